using BenchGate.Measuring;

namespace BenchGate.Projects;

/// <summary>What a gate is asked for.</summary>
/// <param name="Project">A project's file, or a folder with one.</param>
/// <param name="Base">A commit, tag or branch to compare the work tree with.</param>
/// <param name="Filter">BenchmarkDotNet's patterns of full names; empty means all benchmarks.</param>
/// <param name="Framework">The target framework, for a project that has several.</param>
/// <param name="Plan">How many pairs, and what counts as a change.</param>
/// <param name="Folder">The folder for the results.</param>
internal sealed record GateRequest(
    string Project, string Base, IReadOnlyList<string> Filter, string? Framework, PairPlan Plan, string Folder)
{
    /// <summary>Whether identical builds are measured, too: a gate that must not find anything.</summary>
    public bool MeasureIdentical { get; init; }

    /// <summary>Whether an interrupted gate of the same builds goes on.</summary>
    public bool Resume { get; init; }
}
