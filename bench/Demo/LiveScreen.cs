using Spectre.Console;

namespace Benchmarks.Demo;

/// <summary>A terminal: the picture is redrawn in the same place.</summary>
public sealed class LiveScreen(IAnsiConsole console) : IDemoScreen
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(40); // one frame of a recording with 25 frames a second
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500); // time for the viewer to find the next lane

    public Task ShowAsync(IReadOnlyList<Lane> lanes, TimeSpan axis, Func<Lane, Task> run, CancellationToken cancellation) =>
        console.Live(Picture(lanes, axis)).StartAsync(async live =>
        {
            foreach (Lane lane in lanes)
            {
                Task running = run(lane);
                using var frames = new PeriodicTimer(s_frame);
                while (!running.IsCompleted)
                {
                    live.UpdateTarget(Picture(lanes, axis));
                    await Task.WhenAny(running, frames.WaitForNextTickAsync(CancellationToken.None).AsTask());
                }

                await running;
                live.UpdateTarget(Picture(lanes, axis));
                await Task.Delay(s_pause, cancellation);
            }
        });

    private Spectre.Console.Rendering.IRenderable Picture(IReadOnlyList<Lane> lanes, TimeSpan axis) =>
        DemoPicture.Draw([.. lanes.Select(lane => lane.Now)], axis, console.Profile.Width);
}
