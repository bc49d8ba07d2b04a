namespace Benchmarks.Demo;

/// <summary>Shows the demonstration.</summary>
public interface IDemoScreen
{
    /// <summary>Runs the lanes one after the other, and shows each.</summary>
    /// <param name="axis">The expected time of the longest lane.</param>
    /// <param name="run">Runs a lane to its end.</param>
    Task ShowAsync(IReadOnlyList<Lane> lanes, TimeSpan axis, Func<Lane, Task> run, CancellationToken cancellation);
}
