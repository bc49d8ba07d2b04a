using Fixtures.Telemetry;

namespace Tests.Telemetry;

public sealed class InFlightTests
{
    [Fact]
    public void Rows_that_touch_do_not_overlap_and_rows_that_cross_do()
    {
        Assert.Equal(0, InFlight.PeakOf([]));
        Assert.Equal(1, InFlight.PeakOf([Row(0, 5), Row(5, 9), Row(9, 12)]));
        Assert.Equal(2, InFlight.PeakOf([Row(0, 6), Row(5, 9), Row(8, 12)]));
        Assert.Equal(3, InFlight.PeakOf([Row(0, 9), Row(1, 9), Row(2, 3), Row(4, 5)]));
    }

    private static RequestRow Row(long arrival, long departure) => new(null, 1, "c", arrival, departure);
}
