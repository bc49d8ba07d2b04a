using Results.Pages.Gate;
using Results.Records;

namespace Tests.Trials.Interruption;

/// <summary>What a verb had told of before it was stopped, against what its files hold.</summary>
/// <param name="Told">Results whose end was told: pairs of a gate, lessons. 0 of a verb that keeps nothing before its end.</param>
/// <param name="Lost">Those of them that no file holds.</param>
/// <param name="Marked">What is kept says that it is incomplete, unless it is whole.</param>
public sealed record KeptResults(int Told, int Lost, bool Marked)
{
    /// <param name="verb">Which was stopped.</param>
    /// <param name="folder">Its --output.</param>
    /// <param name="lines">What it had printed.</param>
    /// <exception cref="RecordException">A file is there and cannot be read: that must not happen.</exception>
    public static KeptResults Of(string verb, string folder, IReadOnlyList<string> lines) => verb switch
    {
        "gate" => OfGate(new GateLayout(folder).RunJson, Count(lines, "pair ")),
        "lessons" => OfLessons(RunLayout.Latest(folder), Math.Max(0, Count(lines, "Lesson ") - 1)), // a lesson is told when it begins
        _ => new KeptResults(0, 0, Marked: true),
    };

    private static KeptResults OfGate(string file, int told)
    {
        if (!File.Exists(file))
            return new KeptResults(told, told, Marked: true);
        GateRun run = GateRunFile.Load(file);
        int kept = run.Cases.Where(one => run.Base.Planned.Contains(one.Case) && run.Head.Planned.Contains(one.Case)).Select(one => one.Pairs.Count).DefaultIfEmpty().Min();
        return new KeptResults(told, Math.Max(0, told - kept), Marked: !run.Complete || kept >= run.PlannedPairs);
    }

    private static KeptResults OfLessons(RunLayout layout, int told)
    {
        if (!File.Exists(layout.LessonsJson) || !File.Exists(layout.LessonDetailsJson))
            return new KeptResults(told, told, Marked: true);
        LessonDetails details = LessonDetailsFile.Load(layout.LessonDetailsJson);
        int kept = Math.Min(details.Lessons.Count, LessonFile.Load(layout.LessonsJson).Select(claim => claim.Lesson).Distinct().Count());
        return new KeptResults(told, Math.Max(0, told - kept), Marked: !details.Complete);
    }

    private static int Count(IReadOnlyList<string> lines, string beginning) => lines.Count(line => line.StartsWith(beginning, StringComparison.Ordinal));
}
