using System.CommandLine;
using System.Text.Json;
using BenchGate.Cli;
using Benchmarks.Micro;

namespace Benchmarks.Cli;

/// <summary>
/// <c>child measure-memory</c>: measures the memory of waiting operations. A lesson starts it once for each measurement.
/// </summary>
internal static class MeasureMemoryCommand
{
    public static Command Create()
    {
        var kind = new Argument<WaitingKind>("kind");
        var count = new Argument<int>("count");
        var command = new Command("measure-memory", "Measure the memory of waiting operations.") { kind, count };
        WholeNumber.Require(count, 1, WaitingMemory.Most);
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(
            JsonSerializer.Serialize(WaitingMemory.MeasureHere(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(count)))));
        return command;
    }
}
