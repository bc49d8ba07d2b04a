using System.CommandLine;
using System.Globalization;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.ScenarioFiles;

namespace Benchmarks.Cli;

/// <summary><c>list</c>: everything that can be named on the command line.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List the scenarios, strategies, profiles and benchmarks.");
        command.SetAction(parsed => Write(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Write(TextWriter output)
    {
        Section(output, "Scenarios (run --scenario ID)", ScenarioCatalog.BuiltIn.All.Select(one => (one.Id, one.Title)));
        Section(
            output,
            "Fetch strategies (run --scenario ID --strategies ID …): when to use, and what each promises",
            StrategyCatalog.All.Select(one => (one.Descriptor.Id, TextOf(one.Descriptor))));
        Section(output, "Profiles (run --profile ID)", Profile.All.Select(one => (one.Id, one.For)));
        Section(
            output,
            "Benchmark classes (--filter '*NAME*'; --list flat shows every case)",
            RunPlan.AllTypes.Select(one => (one.Name, one.Namespace!)));
    }

    private static string TextOf(StrategyDescriptor strategy)
    {
        int places = strategy.PeakInFlight(int.MaxValue);
        string[] promises =
        [
            string.Create(CultureInfo.InvariantCulture, $"in flight {(places == int.MaxValue ? "all" : places)}")
                + (strategy.Limit is null ? "" : $", or as many as you say: {strategy.Id}{BoundedStrategy.Separator}10"),
            strategy.Threads switch
            {
                ThreadUse.Caller => "only on the caller's thread",
                ThreadUse.PoolBlocked => "blocks one pool thread for each request",
                ThreadUse.OnePerRequest => "a new thread for each request",
                _ => "on pool threads, without blocking",
            },
            strategy.KeepsOrder ? "in order" : "as they arrive",
        ];
        return $"{(strategy.IsAntiPattern ? "ANTI-PATTERN " : "")}{strategy.Name}. {strategy.UseWhen} ({string.Join(", ", promises)})";
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Id, string Text)> rows)
    {
        output.WriteLine(title);
        foreach ((string id, string text) in rows)
            output.WriteLine($"  {id,-28} {text}");
        output.WriteLine();
    }
}
