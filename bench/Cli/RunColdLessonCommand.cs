using System.CommandLine;
using System.Text.Json;
using BenchGate.Cli;
using BenchGate.Errors;
using Benchmarks.Lessons;

namespace Benchmarks.Cli;

/// <summary><c>child run-cold-lesson</c>: runs the part of a lesson that needs a new process.</summary>
internal static class RunColdLessonCommand
{
    public static Command Create()
    {
        var lesson = new Argument<int>("lesson");
        var subject = new Argument<string>("subject");
        var count = new Argument<int>("count");
        var server = new Option<string>("--server");
        var command = new Command("run-cold-lesson", "Run the part of a lesson that needs a new process.")
        {
            lesson, subject, count, server,
        };
        WholeNumber.Require(count, 1, 10_000);
        command.SetAction(async (parsed, stop) =>
        {
            IColdLesson cold = LessonCatalog.Find(parsed.GetValue(lesson)) as IColdLesson
                ?? throw new UsageException("This lesson needs no new process.");
            IReadOnlyDictionary<string, double> figures = await cold.ObserveAsync(
                parsed.GetRequiredValue(subject), HttpAddress.Parse("--server", parsed.GetValue(server)), parsed.GetValue(count));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(figures).AsMemory(), stop);
            return ExitCodes.Ok;
        });
        return command;
    }
}
