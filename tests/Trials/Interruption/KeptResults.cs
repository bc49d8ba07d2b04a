using Results.Pages.Gate;
using Results.Records;

namespace Tests.Trials.Interruption;

/// <summary>Compares the results that a stopped verb had printed with the results in its files.</summary>
/// <param name="Told">Printed results: pairs of a gate, lessons. 0 for a verb that keeps nothing before its end.</param>
/// <param name="Lost">Those of them that are in no file.</param>
/// <param name="Marked">The kept result is marked as incomplete, unless it is complete.</param>
public sealed record KeptResults(int Told, int Lost, bool Marked)
{
    /// <param name="verb">The stopped verb.</param>
    /// <param name="folder">Its --output.</param>
    /// <param name="lines">The lines that it had printed.</param>
    /// <exception cref="RecordException">A file exists but cannot be read, which must not happen.</exception>
    public static KeptResults Of(string verb, string folder, IReadOnlyList<string> lines) => verb switch
    {
        "gate" => OfGate(new GateLayout(folder).RunJson, Count(lines, "pair ")),
        "lessons" => OfLessons(RunLayout.Latest(folder), Math.Max(0, Count(lines, "Lesson ") - 1)), // a lesson is printed when it begins
        _ => new KeptResults(0, 0, Marked: true),
    };

    private static KeptResults OfGate(string file, int told)
    {
        if (!File.Exists(file))
            return new KeptResults(told, told, Marked: true);
        GateRun run = GateRunFile.Load(file);
        int kept = run.Cases.Where(one => run.Base.Planned.Contains(one.Case) && run.Head.Planned.Contains(one.Case))
            .Select(one => one.Pairs.Count).DefaultIfEmpty().Min();
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

    private static int Count(IReadOnlyList<string> lines, string beginning) =>
        lines.Count(line => line.StartsWith(beginning, StringComparison.Ordinal));
}
