using System.Globalization;

namespace Benchmarks.Demo;

/// <summary>A file, a pipe, or a terminal that can only append: a line for each lane when it is over.</summary>
public sealed class PlainScreen(TextWriter output) : IDemoScreen
{
    public async Task ShowAsync(IReadOnlyList<Lane> lanes, TimeSpan axis, Func<Lane, Task> run, CancellationToken cancellation)
    {
        foreach (Lane lane in lanes)
        {
            await run(lane);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{lane.Name}: {lane.Now.Answered} answers, at most {lane.Now.Peak} in flight"));
        }
    }
}
