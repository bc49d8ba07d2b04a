using System.CommandLine;

namespace Benchmarks.Cli;

/// <summary><c>child TASK</c> (hidden): tasks that the suite runs in a new process. Each task prints one JSON object.</summary>
internal static class ChildCommand
{
    public static Command Create() => new("child", "Run a task of the suite in this new process.")
    {
        Hidden = true,
        Subcommands = { RecordColdStartCommand.Create(), RunColdLessonCommand.Create(), MeasureMemoryCommand.Create() },
    };
}
