namespace Benchmarks.Measurement;

/// <summary>A class of micro-benchmarks whose operations wait for time to pass: each is timed by itself, as a macro one is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WaitsAttribute : Attribute;
