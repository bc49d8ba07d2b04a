using System.Globalization;
using Results.Formatting;

namespace Results.Charts;

/// <summary>One case over its kept runs.</summary>
/// <param name="Label">One short line of plain text.</param>
/// <param name="Runs">Oldest first; at least two.</param>
/// <param name="Levels">Without gaps from the first run to the last; between two levels there is a lasting change.</param>
public sealed record TrendStrip(string Label, IReadOnlyList<TrendRun> Runs, IReadOnlyList<TrendLevel> Levels)
{
    // So that small noise does not look like a large change.
    private const double LeastSpan = 0.05;

    /// <summary>The axis of the times; its range is at least 5 %.</summary>
    public Axis Times
    {
        get
        {
            (double low, double high) = (Runs.Min(run => run.MedianNs), Runs.Max(run => run.MedianNs));
            double margin = Math.Max((high - low) * 0.1, high * LeastSpan / 2);
            return new(low - margin, high + margin, false, []);
        }
    }

    /// <summary>Numbers of the runs, from 1.</summary>
    public Axis Numbers
    {
        get
        {
            var axis = Axis.Linear(Runs[0].Number - 0.5, Runs[^1].Number + 0.5, v => Figures.Brief(v)!);
            return axis with { Ticks = [.. axis.Ticks.Where(tick => Math.Floor(tick.Value).Equals(tick.Value))] };
        }
    }

    /// <summary>The last time and the changes, in a few words.</summary>
    public string Text => $"{Duration.Text(Runs[^1].MedianNs)} · " + Levels.Count switch
    {
        1 => "no change",
        2 => ((Levels[1].MedianNs / Levels[0].MedianNs) - 1).ToString("+0.0 %;-0.0 %", CultureInfo.InvariantCulture),
        _ => $"{Figures.Whole(Levels.Count - 1)} changes",
    };

    /// <summary>The strips in numbers, a row for each run.</summary>
    public static Table Data(IReadOnlyList<TrendStrip> strips) => Table.Of(
        [.. strips.SelectMany(strip => strip.Runs.Select(run => (strip.Label, Run: run)))],
        [
            new(new("case", Right: false), row => row.Label),
            new(new("run"), row => Figures.Whole(row.Run.Number)),
            new(new("started (UTC)", Right: false), row => row.Run.Started),
            new(new("commit", Right: false), row => row.Run.Commit),
            new(new("median (ms)"), row => Figures.Significant(row.Run.MedianNs / 1e6)),
            new(new("lasting change", Right: false), row => row.Run.Change),
        ],
        (Func<(string Label, TrendRun Run), IReadOnlyList<string>>)(_ => []));
}

/// <summary>One kept run.</summary>
/// <param name="Number">Its place among all kept runs of the case, from 1.</param>
/// <param name="Started">Date and time, UTC.</param>
/// <param name="Commit">Short; null if unknown.</param>
/// <param name="MedianNs">Above 0, nanoseconds.</param>
/// <param name="Change">The lasting change at this run, in words; null for most runs.</param>
public sealed record TrendRun(int Number, string Started, string? Commit, double MedianNs, string? Change);

/// <summary>Runs between two lasting changes.</summary>
/// <param name="First">Number of the first run at this level.</param>
/// <param name="Last">Number of the last one.</param>
/// <param name="MedianNs">The median of their medians, nanoseconds.</param>
public sealed record TrendLevel(int First, int Last, double MedianNs);
