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
        var command = new Command("list", "Show the scenarios, strategies, profiles and benchmarks there are.");
        command.SetAction(parsed => Write(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Write(TextWriter output)
    {
        Section(output, "Scenarios (run --scenario ID)", ScenarioCatalog.BuiltIn.All.Select(one => (one.Id, one.Title)));
        Section(output, "Fetch strategies (run --scenario ID --strategies ID …): use when; promise", StrategyCatalog.All.Select(one => (one.Descriptor.Id, TextOf(one.Descriptor))));
        Section(output, "Profiles (run --profile ID)", Profile.All.Select(one => (one.Id, one.For)));
        Section(output, "Benchmark classes (--filter '*NAME*'; --list flat shows every case)", RunPlan.AllTypes.Select(one => (one.Name, one.Namespace!)));
    }

    private static string TextOf(StrategyDescriptor strategy)
    {
        int places = strategy.PeakInFlight(int.MaxValue);
        string[] promises =
        [
            string.Create(CultureInfo.InvariantCulture, $"in flight {(places == int.MaxValue ? "all" : places)}"),
            strategy.Threads switch
            {
                ThreadUse.Caller => "on the caller's thread alone",
                ThreadUse.PoolBlocked => "blocks a pool thread each",
                ThreadUse.OnePerRequest => "a new thread each",
                _ => "on the pool, blocking none",
            },
            strategy.KeepsOrder ? "in order" : "as they come",
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
