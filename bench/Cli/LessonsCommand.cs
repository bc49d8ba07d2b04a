using System.CommandLine;
using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Lessons;
using Results.Pages.Report;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>lessons</c>: lists the lessons, measures them, updates their pages, checks their claims.</summary>
internal static class LessonsCommand
{
    public static Command Create()
    {
        var numbers = new Argument<string[]>("numbers")
        {
            Description = "Numbers of the lessons to measure; without any, the lessons are listed",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "Measure every lesson (under 10 minutes)" };
        var write = new Option<bool>("--write") { Description = "Also update the figures in the lessons' pages" };
        var check = new Option<bool>("--check") { Description = "Also write latest/lessons.json; without numbers, measure every lesson" };
        Option<string> output = OutputOption.Create("for latest/lessons.json");
        Option<string> server = ServerOption.Create();
        var command = new Command("lessons", "List the lessons, or measure them. Exit code 0 if every claim is reproduced, else 1.")
        {
            numbers, all, write, check, server, output,
        };
        command.SetAction((parsed, stop) =>
            ExecuteAsync(
                LessonRun.Full(ServerOption.Of(parsed, server)),
                Chosen(parsed.GetValue(numbers) ?? [], parsed.GetValue(all), parsed.GetValue(check), parsed.GetValue(write)),
                parsed.GetValue(write),
                parsed.GetValue(check),
                OutputOption.FolderOf(parsed, output),
                parsed.InvocationConfiguration.Output,
                stop));
        return command;
    }

    private static IReadOnlyList<ILesson> Chosen(string[] numbers, bool all, bool check, bool write)
    {
        if (numbers.FirstOrDefault(number => number.StartsWith('-')) is { } option)
            throw new UsageException($"There is no option {option}; there are: --all, --write, --check, --server, --output.");
        if (all && numbers.Length > 0)
            throw new UsageException("Give either --all or numbers of lessons, not both.");
        if (write && !all && !check && numbers.Length == 0)
            throw new UsageException("--write needs the numbers of lessons, or --all.");
        return all || (check && numbers.Length == 0)
            ? LessonCatalog.All
            : [.. numbers.Select(LessonCatalog.Find).Distinct().OrderBy(lesson => lesson.Number)];
    }

    private static async Task<int> ExecuteAsync(
        LessonRun run, IReadOnlyList<ILesson> lessons, bool write, bool check, string results, TextWriter output, CancellationToken stop)
    {
        if (lessons.Count == 0)
            return List(output);

        foreach (ILesson lesson in lessons)
            ThreadPoolLimit.Require($"Lesson {lesson.Number.ToString(CultureInfo.InvariantCulture)}", lesson.BlockedThreads(run));
        // A run at the same time would disturb both measurements.
        using FileStream claim = RunFolder.Claim(results);
        if (write)
        {
            foreach (ILesson lesson in lessons)
                LessonPage.Require(lesson);
        }

        List<LessonClaim> claims = [];
        List<LessonDetail> details = [];
        var layout = RunLayout.Latest(results);
        foreach (ILesson lesson in lessons)
        {
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"\nLesson {lesson.Number}: {lesson.Title}\n{lesson.Question}\n"));
            LessonResult result =
                await MeasureAsync(run, lesson, output, () => Kept(details.Count, lessons.Count, write, check ? layout : null), stop);
            claims.AddRange(result.Claims);
            details.Add(new(lesson.Number, lesson.Title, lesson.Question)
            {
                Code = LessonPage.CodeOf(lesson),
                Observations = result.Observations,
                Growth = result.Growth,
            });
            Summarise.Write(result, output);
            if (write)
                LessonPage.Renew(lesson, result, run.Server);
            if (check)
                Save(claims, new LessonDetails(details) { Complete = details.Count == lessons.Count }, layout);
        }

        if (check)
            await TellAsync(claims, layout, output);
        return claims.All(one => one.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <param name="kept">Returns the message for an interruption.</param>
    private static async Task<LessonResult> MeasureAsync(
        LessonRun run, ILesson lesson, TextWriter output, Func<string> kept, CancellationToken stop)
    {
        try
        {
            // The processes that a lesson starts end with this process, so nothing waits for them.
            Func<Task> again = () => output.WriteLineAsync("A claim was missed. Measuring two more times; the median of three decides.");
            return await BegunWork.DoAsync(() => SteadyMeasurement.OfAsync(lesson, run, again).WaitAsync(stop));
        }
        catch (OperationCanceledException stopped) when (stop.IsCancellationRequested)
        {
            throw new InterruptedException(kept(), stopped);
        }
    }

    private static string Kept(int measured, int lessons, bool write, RunLayout? layout) => (measured, write, layout) switch
    {
        (0, _, _) => "no lesson was finished, so nothing is kept.",
        (_, _, not null) => $"{layout.LessonsJson} keeps {measured} of {lessons} lessons, marked incomplete.",
        (_, true, _) => $"the pages of {measured} of {lessons} lessons are updated.",
        _ => $"{measured} of {lessons} lessons were measured; only --check and --write keep results.",
    };

    /// <summary>Called after each lesson, so that an interruption loses one lesson at most.</summary>
    private static void Save(List<LessonClaim> claims, LessonDetails details, RunLayout layout)
    {
        LessonFile.Save(claims, layout.LessonsJson);
        LessonDetailsFile.Save(details, layout.LessonDetailsJson);
    }

    private static async Task TellAsync(List<LessonClaim> claims, RunLayout layout, TextWriter output)
    {
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"\n{claims.Count(claim => claim.Ok)} of {claims.Count} claims reproduced"));
        if (LessonReport.MedianResidual(claims) is { } residual)
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Median over the lessons of the worst absolute residual: {residual:P1} (goal: at most 5 %)"));
        await output.WriteLineAsync(layout.LessonsJson);
        if (File.Exists(layout.RunJson))
            await output.WriteLineAsync($"To show them on the page of the run there: ./run-bench.sh report {layout.RunJson}");
    }

    private static int List(TextWriter output)
    {
        foreach (ILesson lesson in LessonCatalog.All)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lesson.Number,3}  {lesson.Title}\n     {lesson.Question}"));
        output.WriteLine("\nTo measure one: lessons NUMBER. The pages are in bench/Lessons.");
        return ExitCodes.Ok;
    }
}
