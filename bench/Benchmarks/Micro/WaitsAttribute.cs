namespace Benchmarks.Micro;

/// <summary>Marks a class of micro-benchmarks whose operations wait. Each operation is timed separately, as in a macro-benchmark.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WaitsAttribute : Attribute
{
    /// <summary>
    /// Name of the parameter with the number of operations that wait at once in the process, with the measured one; null if it is alone.
    /// </summary>
    public string? Together { get; set; }
}
