using Benchmarks.Engine;

namespace Tests.Engine;

[Collection(Instrument.Checks.Alone.Name)] // allocations are counted for the whole process, other tests' too
public class AllocationCountTests
{
    [Fact]
    public void The_median_of_the_operations_after_the_first_is_counted()
    {
        var count = new AllocationCount();
        foreach (int bytes in (int[])[100_000, 1000, 1000, 9000, 1000])
        {
            count.Begin();
            GC.KeepAlive(new byte[bytes]);
            count.End();
        }

        Assert.InRange(count.Median, 1000, 1100); // with the array's header
    }
}
