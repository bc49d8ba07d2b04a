namespace Benchmarks.Demo;

/// <summary>Where the demonstration is seen.</summary>
public interface IDemoScreen
{
    /// <summary>Runs the lanes one after the other, and shows each.</summary>
    /// <param name="axis">About how long the longest takes.</param>
    /// <param name="run">Runs a lane to its end.</param>
    Task ShowAsync(IReadOnlyList<Lane> lanes, TimeSpan axis, Func<Lane, Task> run, CancellationToken cancellation);
}
