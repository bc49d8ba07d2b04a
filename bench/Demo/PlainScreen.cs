using System.Globalization;

namespace Benchmarks.Demo;

/// <summary>A file, a pipe, or a terminal that can only append: one line for each finished lane.</summary>
public sealed class PlainScreen(TextWriter output) : IDemoScreen
{
    public async Task ShowAsync(IReadOnlyList<Lane> lanes, TimeSpan axis, Func<Lane, Task> run, CancellationToken cancellation)
    {
        foreach (Lane lane in lanes)
        {
            await run(lane);
            LaneState now = lane.Now;
            string text = string.Create(CultureInfo.InvariantCulture, $"{now.Answered} responses, at most {now.Peak} in flight");
            await output.WriteLineAsync($"{now.Name}: {text}");
        }
    }
}
