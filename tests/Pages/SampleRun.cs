using Results.Records;
using Results.Summaries;

namespace Tests.Pages;

/// <summary>A run with timelines, made up by rule: every number on a page can be told beforehand.</summary>
internal sealed record SampleRun(RunRecord Run, RunTimelines Timelines)
{
    /// <summary>The standard profile's cases, watched cold and warm.</summary>
    public static SampleRun Standard() =>
        Watch(Samples.Standard() with { Validity = [new("latency-error-median", 0.1, "ms", "<= 0.2", true, "Close other programs.")] });

    /// <summary>
    /// The same, with so few requests that a page of them has every kind of thing and not much of any: the third request is never answered,
    /// and the fourth not read to its end.
    /// </summary>
    public static SampleRun Few()
    {
        RunRecord run = Samples.Standard();
        SampleRun few = Watch(run with { Cases = [.. run.Cases.Select(c => c with { Requests = Math.Min(c.Requests, 8) })] });
        return few with
        {
            Timelines = RunTimelines.Of(few.Run.Cases
                .SelectMany(c => c.Telemetry)
                .ToDictionary(t => t.File, t => Spoilt(few.Timelines.Find(t)!), StringComparer.Ordinal)),
        };
    }

    private static CaseTimeline Spoilt(CaseTimeline whole) => whole with
    {
        Requests =
        [
            .. whole.Requests.Select(
                r => r.Index is 2 or 3 ? r with { FirstByteMs = r.Index == 2 ? null : r.FirstByteMs, EndMs = null, Thread = null } : r),
        ],
    };

    /// <summary>The same with another title and note for its first scenario.</summary>
    public static SampleRun Titled(string title) => Watch(Samples.Standard() with
    {
        Scenarios = [Samples.Baidu with { Title = title, Note = title }, Samples.Pokeapi],
        Warnings = [title],
    });

    /// <summary>One fan-out of that width beside its baseline.</summary>
    public static SampleRun Wide(int requests) => Watch(Samples.Run(
        Samples.Case("Scaling", "SequentialAwait", requests, requests * 5.9, requests * 5.73) with { Baseline = true },
        Samples.Case("Scaling", "WhenAll", requests, 80, 5.73)));

    private static SampleRun Watch(RunRecord run)
    {
        Dictionary<string, CaseTimeline> files = new(StringComparer.Ordinal);
        CaseRecord[] watched =
        [
            .. run.Cases.Select(c => c with { Telemetry = [Watch(c, Regimes.Cold, files), Watch(c, Regimes.Warm, files)] }),
        ];
        return new(Samples.InRounds(run with { Cases = watched }), RunTimelines.Of(files));
    }

    private static ObservedOperation Watch(CaseRecord c, string regime, Dictionary<string, CaseTimeline> files)
    {
        string file = $"telemetry/{c.Case}-{regime.Split(' ')[0]}.json";
        files[file] = Timeline(c, regime);
        return new(regime, file, TimelineAnalysis.Figures(files[file]));
    }

    /// <summary>
    /// One after another every 6 ms, or all at once 0.01 ms apart; replies after 5 ms, bodies 0.5 ms later; a set-up of 2 ms on a new
    /// connection.
    /// </summary>
    public static CaseTimeline Timeline(CaseRecord c, string regime)
    {
        bool together = c.Strategy == "when-all";
        bool setUp = c.Strategy.EndsWith("new-client", StringComparison.Ordinal) || (regime == Regimes.Cold && together);
        RequestSpan[] requests =
        [
            .. Enumerable.Range(0, c.Requests).Select(i => (i, Sent: together ? i * 0.01 : i * 8.0)).Select(r => new RequestSpan(
                r.i, r.Sent, r.Sent + 5 + (setUp ? 2 : 0), r.Sent + 5.5 + (setUp ? 2 : 0), together ? 4 + (r.i % 3) : 4,
                r.Sent + 0.1 + (setUp ? 2 : 0), r.Sent + 4.9 + (setUp ? 2 : 0), setUp || together ? $"K{r.i}" : "K0")),
        ];
        ConnectionSpan[] connections = setUp ? [.. requests.Select(r => new ConnectionSpan(r.Connection!, r.SentMs, r.SentMs + 2))] : [];
        return new CaseTimeline
        {
            Case = c.Case,
            Regime = regime,
            Requests = requests,
            Connections = connections,
            PeakPoolThreads = 3,
            ServerAllocatedBytes = c.Requests * 1_500,
        };
    }
}
