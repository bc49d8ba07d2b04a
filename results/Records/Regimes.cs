namespace Results.Records;

/// <summary>The state of thread pool and connections in which a case was measured; it can change a result 500-fold, so it is always printed.</summary>
public static class Regimes
{
    /// <summary>A fresh process, its first operation.</summary>
    public const string Cold = "cold pool";

    /// <summary>After warm-up.</summary>
    public const string Warm = "warm pool";
}
