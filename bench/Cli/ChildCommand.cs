using System.CommandLine;

namespace Benchmarks.Cli;

/// <summary><c>child TASK</c> (hidden): what the suite does in a fresh process of its own. Each task prints one JSON object.</summary>
internal static class ChildCommand
{
    public static Command Create() => new("child", "Run a task of the suite in this fresh process.")
    {
        Hidden = true,
        Subcommands = { RecordColdStartCommand.Create(), RunColdLessonCommand.Create(), MeasureMemoryCommand.Create() },
    };
}
