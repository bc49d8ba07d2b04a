using Results.Gate;
using Results.History;
using Results.Pages;
using Results.Pages.Gate;
using Results.Pages.Html;
using Results.Records;
using Tests.Gate;

namespace Tests.Pages;

/// <summary>What may lie beside a run, made up by rule, as files of a folder.</summary>
internal static class SampleCompanions
{
    /// <summary>Runs in the sample history; from the 12th on everything takes a fifth longer.</summary>
    public const int Runs = 24;

    /// <summary>A slower case, one that nobody can tell of, one that stayed, a new one and a lost one.</summary>
    public static GateDecision Decision(string micro = GateSamples.Micro)
    {
        GateRun run = GateSamples.Run(
            GateSamples.Case(GateSamples.Fast, 11.2e6, 1.12),
            GateSamples.Case(GateSamples.Slow, 886e6),
            GateSamples.Case(micro, 912, 1.04, noise: 0.08));
        return PairedGate.Decide(
            run with
            {
                Base = run.Base with { Planned = [.. run.Base.Planned, "Benchmarks.Macro.Baidu.Lost"] },
                Head = run.Head with { Planned = [.. run.Head.Planned, "Benchmarks.Macro.Baidu.New"] },
            },
            new GateRules());
    }

    public static IReadOnlyList<LessonClaim> Claims { get; } =
    [
        new(1, "await-equals-sync", "N · L", 1000, 1020, "ms", Regimes.Warm),
        new(1, "requests", "N", 200, 200, "requests", Regimes.Warm) { Tolerance = 0 },
        new(10, "blocked", "grow(N + 1)", 7050, 7362, "ms", Regimes.Cold) { Tolerance = 0.25 },
        new(10, "awaited", "L", 300, 391, "ms", Regimes.Cold) { Tolerance = 0.25 },
        new(13, "task-resident", "15 words", 120, 130, "bytes", Regimes.Cold) { Tolerance = 0.25 },
        new(13, "task-against-the-article", "1 KB", 1024, 130, "bytes", Regimes.Cold) { Relation = Relation.AtMost, Tolerance = 0.25 },
        new(13, "thread-resident", "2 pages", 8192, 17134, "bytes", Regimes.Cold) { Relation = Relation.AtLeast, Tolerance = 0.25 },
        new(13, "thread-reserved-against-the-article", "1 MB", 1048576, null, "bytes", Regimes.Cold)
        {
            Relation = Relation.AtLeast,
            Tolerance = 0.25,
        },
    ];

    /// <param name="text">Stands in every free text.</param>
    public static LessonDetails Details(string text = "") => new(
    [
        new(1, "Waiting is not working" + text, "Is await faster?" + text)
        {
            Code =
            [
                new(
                    "SequentialAwait.cs" + text,
                    "foreach (Uri url in work.Urls)\n    results.Add(await work.Client.GetAsync(url, cancellation).ConfigureAwait(false));"
                        + text),
            ],
            Observations = [new("the first request" + text, 6.1, "ms", Regimes.Warm)],
        },
        new(10, "Sync over async starves a cold pool", "Why does the service stand still?")
        {
            Growth = [.. Enumerable.Range(1, 41).Select(n => new GrowthStep(n, Math.Max(0, n - 4) * 180.0, Math.Max(0, n - 4) * 175.0))],
        },
        new(13, "What a waiting operation holds", "1 KB or 1 MB?"),
    ]);

    /// <summary>Puts everything into a folder, as the verbs would.</summary>
    /// <param name="renamed">Old ids to new ones; nothing was renamed if it is left out.</param>
    public static void Save(RunRecord run, string folder, string text = "", IReadOnlyDictionary<string, string>? renamed = null)
    {
        var layout = new RunLayout(folder);
        var history = new HistoryFile(Path.Combine(folder, "machine.jsonl"));
        for (int i = 1; i <= Runs; i++)
            history.Append(ReferenceGateTests.Noisy(i, i >= 12 ? 1.2 : 1) with { Host = run.Host });
        RunHistory.CopyNextTo(run, history, renamed ?? RetiredIds.None, layout);
        File.Delete(history.Path);
        AtomicFile.Write(
            layout.GateJson, GateDecisionFile.ToJson(Decision(text.Length > 0 ? $"Evil.Case(x: \"{text}\")" : GateSamples.Micro)));
        LessonFile.Save([.. Claims.Select(claim => claim with { Formula = claim.Formula + text })], layout.LessonsJson);
        LessonDetailsFile.Save(Details(text), layout.LessonDetailsJson);
    }

    /// <summary>The same, read again.</summary>
    public static Companions Of(RunRecord run, string text = "")
    {
        string folder = Directory.CreateTempSubdirectory("companions-").FullName;
        try
        {
            Save(run, folder, text);
            return CompanionFiles.Load(run, folder, RetiredIds.None);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
