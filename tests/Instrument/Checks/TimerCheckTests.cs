using Benchmarks.Instrument.Checks;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class TimerCheckTests
{
    [Fact]
    public void Passes_with_the_systems_time() =>
        Assert.All(TimerCheck.Run(TimeProvider.System), check => Assert.True(check.Ok, check.ToString()));

    [Fact]
    public void Fails_with_a_coarse_time()
    {
        CheckRecord step = TimerCheck.Run(new CoarseTime())[0];

        Assert.Equal("timer-step", step.Name);
        Assert.False(step.Ok);
        Assert.InRange(step.Value!.Value, 1000, 1_000_000);
    }
}
