namespace Results.Gate;

/// <summary>The exit codes for a gate's decision. They are a part of the program's exit codes.</summary>
public static class GateExitCodes
{
    /// <summary>No regression was shown.</summary>
    public const int Pass = 0;

    /// <summary>A case is slower, does more than before, or is missing.</summary>
    public const int Regression = 1;

    /// <summary>Nothing can be compared.</summary>
    public const int NotComparable = 3;
}
