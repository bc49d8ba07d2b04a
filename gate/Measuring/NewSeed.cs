namespace BenchGate.Measuring;

/// <summary>A seed that differs from run to run. The record keeps it, so that what was drawn can be drawn again.</summary>
internal static class NewSeed
{
    /// <summary>0 or more.</summary>
    public static int Draw() => (int)(TimeProvider.System.GetTimestamp() & int.MaxValue);
}
