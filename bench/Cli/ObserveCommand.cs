using System.CommandLine;
using System.Text.Json;
using Benchmarks.Errors;
using Benchmarks.Lessons;

namespace Benchmarks.Cli;

/// <summary><c>observe</c> (hidden): what a lesson does in a fresh process, its figures as JSON.</summary>
internal static class ObserveCommand
{
    public static Command Create()
    {
        var lesson = new Argument<int>("lesson");
        var subject = new Argument<string>("subject");
        var count = new Argument<int>("count");
        var server = new Option<string>("--server");
        var command = new Command("observe", "What a lesson does in a fresh process.") { lesson, subject, count, server };
        command.Hidden = true;
        WholeNumber.Require(count, 1, 10_000);
        command.SetAction(async (parsed, stop) =>
        {
            IColdLesson cold = LessonCatalog.Find(parsed.GetValue(lesson)) as IColdLesson ?? throw new UsageException("This lesson needs no fresh process.");
            var figures = await cold.ObserveAsync(parsed.GetRequiredValue(subject), HttpAddress.Parse("--server", parsed.GetValue(server)), parsed.GetValue(count));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(figures).AsMemory(), stop);
            return ExitCodes.Ok;
        });
        return command;
    }
}
