namespace Benchmarks.Micro;

/// <summary>A class of micro-benchmarks whose operations wait for time to pass: each is timed by itself, as a macro one is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WaitsAttribute : Attribute
{
    /// <summary>
    /// Name of the parameter that tells how many wait at once in the process, the measured one included; null if it is alone.
    /// </summary>
    public string? Together { get; set; }
}
