using Benchmarks.Measurement;

namespace Tests.Measurement;

public sealed class HostDescriptionTests
{
    [Theory]
    [InlineData("Linux Debian GNU/Linux 12 (bookworm)", "Debian GNU/Linux 12 (bookworm)")]
    [InlineData("Linux Alpine Linux v3.22", "Alpine Linux v3.22")]
    [InlineData("Linux 6.1", "Linux 6.1")] // a distribution without a name
    [InlineData("Linux", "Linux")]
    [InlineData("Windows 11 (10.0.26100.4351)", "Windows 11 (10.0.26100.4351)")]
    [InlineData("macOS Tahoe 26.0 (25A354) [Darwin 25.0.0]", "macOS Tahoe 26.0 (25A354) [Darwin 25.0.0]")]
    public void A_system_is_named_as_in_the_records_that_were_kept_before(string found, string written) =>
        Assert.Equal(written, HostDescription.SystemName(found));
}
