namespace Benchmarks.Engine;

/// <summary>One process that measures one case.</summary>
/// <param name="Case">BenchmarkDotNet's full name.</param>
/// <param name="Round">Counted from 1; also the number of the case's launch.</param>
/// <param name="Last">Whether it is the case's last launch. Only that one also counts allocations and records a timeline.</param>
public sealed record PlannedLaunch(string Case, int Round, bool Last);
