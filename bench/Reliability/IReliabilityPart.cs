using Results.Records;

namespace Benchmarks.Reliability;

/// <summary>One way of finding out whether the suite keeps working and loses nothing. Named in <see cref="ReliabilityParts"/>.</summary>
internal interface IReliabilityPart
{
    /// <summary>One of the names on the page: soak, fuzz, interruptions or faults; its records go to latest/NAME.json.</summary>
    string Name { get; }

    /// <summary>What it does, and about how long that takes.</summary>
    string Text { get; }

    /// <summary>Whether it returns what it saw as soon as it is stopped, below a row that says so; what another one returns then may be the signal's doing.</summary>
    bool KeepsWhatItSaw => false;

    /// <summary>Runs it at its published size.</summary>
    Task<IReadOnlyList<CheckRecord>> RunAsync(CancellationToken stop);
}
