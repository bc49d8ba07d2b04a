namespace Tests.House;

/// <summary>Every restored package is pinned by hash, from any source.</summary>
public sealed class LockFileTests
{
    [Theory]
    [InlineData("fixtures", "WireMock.Net.Minimal")]
    [InlineData("bench", "BenchmarkDotNet")]
    [InlineData("gate", "System.CommandLine")]
    [InlineData("results", "Perfolizer")]
    [InlineData("tests", "xunit.v3.mtp-off")]
    public void A_project_has_a_lock_file_that_names_no_feed(string project, string package)
    {
        string text = Checkout.Text($"{project}/packages.lock.json");

        Assert.Contains($"\"{package}\": {{", text, StringComparison.Ordinal);
        Assert.Contains("\"contentHash\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }
}
