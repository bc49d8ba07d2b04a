using System.Diagnostics;
using System.Text.Json;
using Benchmarks.Cli;
using Benchmarks.Errors;
using Benchmarks.Instrument.Checks;
using Benchmarks.Serving;
using Results.Records;

namespace Tests.Cli;

/// <summary>What fails through no fault of the code is told in one line, and loses nothing that was measured.</summary>
public sealed class FailureTests
{
    public static TheoryData<Exception> Foreseen =>
    [
        new HttpRequestException("Connection refused"),
        new InvalidOperationException("The server did not start: no\nscenario"),
        new TaskCanceledException("the client waited for 100 s"),
        new TimeoutException("still at work"),
        new JsonException("cut off"),
    ];

    [Theory]
    [MemberData(nameof(Foreseen), DisableDiscoveryEnumeration = true)]
    public async Task A_verb_that_fails_so_ends_with_one_line_and_exit_code_1(Exception failure)
    {
        using var error = new StringWriter();

        int exit = await Verbs.ToldAsync(() => throw failure, error);

        Assert.Equal((ExitCodes.Failed, $"failed: {failure.Message.Replace('\n', ' ')}\n"), (exit, error.ToString().ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_fault_of_ours_keeps_its_trace()
    {
        using var error = new StringWriter();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Verbs.ToldAsync(() => Task.FromException<int>(new KeyNotFoundException()), error));

        Assert.Equal("", error.ToString());
    }

    [Theory]
    [MemberData(nameof(Foreseen), DisableDiscoveryEnumeration = true)]
    public async Task An_instrument_that_cannot_be_checked_is_a_check_that_failed(Exception failure)
    {
        CheckRecord check = Assert.Single(await RunValidity.OrWhyNotAsync(() => Task.FromException<IReadOnlyList<CheckRecord>>(failure)));

        Assert.Equal(("instrument-check", false), (check.Name, check.Ok));
        Assert.Contains(failure.Message, check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_with_the_words_of_one_that_did_not_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sleep");
        var silent = new ProcessStartInfo("sleep", ["60", "60"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(silent, patience: TimeSpan.FromMilliseconds(100)));

        Assert.StartsWith("The server did not start: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("try '60' by hand.", failure.Message, StringComparison.Ordinal);
    }
}
