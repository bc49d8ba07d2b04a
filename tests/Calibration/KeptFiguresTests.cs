using BenchGate.Processes;

namespace Tests.Calibration;

public sealed class KeptFiguresTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    [Fact]
    public void A_part_is_measured_once()
    {
        double[] figures = [0.1, 1_000_000, double.Epsilon];
        Assert.Equal(figures, Kept().Of(("cell", 3), () => figures));

        Assert.Equal(figures, Kept().Of(("cell", 3), () => throw new InvalidOperationException("was measured before")));
        Assert.Equal([2], Kept().Of(("cell", 4), () => [2]));
        Assert.Equal([3], Kept().Of(("visible", 3), () => [3]));
    }

    [Fact]
    public void A_part_that_failed_is_measured_again()
    {
        Assert.Throws<OperationCanceledException>(() => Kept().Of(("cell", 3), () => throw new OperationCanceledException()));

        Assert.Equal([1], Kept().Of(("cell", 3), () => [1]));
    }

    public void Dispose() => _folder.Dispose();

    private KeptFigures Kept() => KeptFigures.OfThisBuild(_folder.Path);
}
