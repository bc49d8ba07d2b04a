using BenchGate.Builds;
using Benchmarks.Measurement;
using Tests.Gate.Measuring;

namespace Tests.Measurement;

/// <summary>How git is run: in one place, with a time limit, with any output.</summary>
public sealed class GitTests
{
    [Fact]
    public void Git_is_started_in_one_place() =>
        Assert.Equal(
            ["gate/Builds/Git.cs"],
            ((string[])["bench", "gate"]).SelectMany(folder => House.Checkout.Find(folder, "ProcessStartInfo(\"git\""))
                .Select(found => found.File)
                .Distinct());

    [Fact]
    public async Task More_complaints_than_a_pipe_holds_do_not_stop_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "head and /dev/zero");
        using var repository = new SuiteRepository();

        string? said = await new Git(repository.Folder).TryAsync(
            CancellationToken.None, "-c", "alias.loud=!head -c 1000000 /dev/zero >&2; echo done", "loud");

        Assert.Equal("done", said);
    }

    [Fact]
    public async Task What_it_says_of_this_checkout_is_a_whole_hash()
    {
        (string? commit, bool? dirty) = await CheckoutFolder.GitStateAsync(CancellationToken.None);
        Assert.SkipUnless(commit is not null, "not a git checkout");

        Assert.Matches("^[0-9a-f]{40}$", commit);
        Assert.NotNull(dirty);
    }
}
