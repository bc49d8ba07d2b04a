namespace Results.Gate;

/// <summary>What a verdict is to a script. They are among the exit codes of the program that asks for it.</summary>
public static class GateExitCodes
{
    /// <summary>No regression was shown.</summary>
    public const int Pass = 0;

    /// <summary>A case is slower, does more than before, or is missing.</summary>
    public const int Regression = 1;

    /// <summary>Nothing can be compared.</summary>
    public const int NotComparable = 3;
}
