using Benchmarks.Measurement;

namespace Benchmarks.Instrument.Checks;

/// <summary>How long each check of the instrument takes.</summary>
/// <param name="Latency">How long errors of the latency clock are collected; about 26,000 a second at the standard profile.</param>
/// <param name="Saturation">How long the widest fan-out is repeated.</param>
/// <param name="Sequential">Requests of a sequential operation.</param>
/// <param name="Pairs">Operations of each side of A/A.</param>
public sealed record CheckDepth(TimeSpan Latency, TimeSpan Saturation, int Sequential, int Pairs)
{
    /// <summary>For <c>check</c>: about 20 s, most of it to see that no strategy sends more requests than it promises.</summary>
    public static CheckDepth Full { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 100, 60);

    /// <summary>For the end of a run: about 6 s.</summary>
    public static CheckDepth Quick { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), 50, 40);

    /// <summary>At an article's own scale an operation takes ten times as long, so there are fewer operations.</summary>
    public CheckDepth For(Profile profile) => profile.Scale < 1 ? this : this with { Sequential = Sequential / 5, Pairs = Pairs / 2 };
}
