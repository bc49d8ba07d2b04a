using System.CommandLine;
using System.Text.Json;
using Benchmarks.Micro;

namespace Benchmarks.Cli;

/// <summary><c>occupy</c> (hidden): what this process's waiting operations occupy, as JSON; a lesson starts it afresh for each measurement.</summary>
internal static class OccupyCommand
{
    public static Command Create()
    {
        var kind = new Argument<WaitingKind>("kind");
        var count = new Argument<int>("count");
        var command = new Command("occupy", "Measure the memory of operations that wait.") { kind, count };
        command.Hidden = true;
        WholeNumber.Require(count, 1, WaitingMemory.Most);
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(
            JsonSerializer.Serialize(WaitingMemory.MeasureHere(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(count)))));
        return command;
    }
}
