using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Instrument.Checks;
using Benchmarks.Serving;
using Fixtures.Model;
using Results.Records;

namespace Tests.Cli;

/// <summary>
/// The output when an exception ends a verb: one line if the user can solve the problem, the whole exception for a bug, and the exit code.
/// </summary>
public sealed class FailureTests
{
    public static TheoryData<Exception> Expected =>
    [
        new ExpectedFailureException("The server did not start: no\nscenario"),
        new NotWrittenException("run.json: cannot be written"),
        new HttpRequestException("Connection refused"),
        new TaskCanceledException("the client waited for 100 s", new TimeoutException()),
        new TimeoutException("still at work"),
        new IOException("No space left on device : '/results/run.json'"),
        new DirectoryNotFoundException("Could not find a part of the path '/results'"),
        new UnauthorizedAccessException("Access to '/results' is denied"),
        new Win32Exception("No such program"),
        new SocketException(98, "Address in use"),
    ];

    public static TheoryData<Exception, int, string> Own => new()
    {
        { new UsageException("what was\ntyped"), ExitCodes.Usage, "error: what was typed" },
        { new ScenarioException("a.json", "$.id", "1", "2"), ExitCodes.Usage, "error: a.json: $.id: found 1; allowed: 2" },
        { new RecordException("run.json: is\u001b empty"), ExitCodes.Usage, "error: run.json: is  empty" },
        { new GateException(ExitCodes.Failed, "the head\r\nended"), ExitCodes.Failed, "failed: the head ended" },
        { new GateException(ExitCodes.NotComparable, "the base ended"), ExitCodes.NotComparable, "error: the base ended" },
        {
            new InterruptedException("nothing is kept.", new OperationCanceledException()),
            ExitCodes.Interrupted,
            "interrupted: nothing is kept."
        },
        { new ExpectedFailureException("no server"), ExitCodes.Failed, "failed: no server" },
        { new NotWrittenException("run.json: cannot be written"), ExitCodes.Failed, "failed: run.json: cannot be written" },
        { new IOException("No space left"), ExitCodes.Failed, "failed: the system refused: No space left" },
    };

    [Theory]
    [MemberData(nameof(Expected), DisableDiscoveryEnumeration = true)]
    public async Task What_a_machine_or_a_server_fails_at_is_one_line_and_exit_code_1(Exception failure)
    {
        (int exit, string error) = await ToldAsync(() => throw failure);

        Assert.Equal(ExitCodes.Failed, exit);
        string line = Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("failed: ", line, StringComparison.Ordinal);
        Assert.EndsWith(failure.Message.Replace('\n', ' '), line, StringComparison.Ordinal);
    }

    /// <summary>What a strategy throws: its author needs the stack of a bug, but not of a server that is gone.</summary>
    [Theory]
    [MemberData(nameof(Expected), DisableDiscoveryEnumeration = true)]
    public void What_a_server_fails_at_is_recognised_inside_of_another_exception(Exception failure)
    {
        Assert.True(ExpectedFailure.IsCauseOf(failure));
        Assert.True(ExpectedFailure.IsCauseOf(new AggregateException(failure)));
        Assert.False(ExpectedFailure.IsCauseOf(new AggregateException(new InvalidOperationException())));
    }

    [Theory]
    [MemberData(nameof(Own), DisableDiscoveryEnumeration = true)]
    public async Task Each_exception_of_ours_is_one_line_with_its_exit_code(Exception failure, int exit, string line) =>
        Assert.Equal((exit, line + "\n"), await ToldAsync(() => throw failure));

    [Theory]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(ArgumentOutOfRangeException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(OperationCanceledException))] // without a cancellation
    public async Task Anything_else_is_a_bug_with_a_plain_line_and_its_stack_and_exit_code_70(Type kind)
    {
        var bug = (Exception)Activator.CreateInstance(kind)!;
        (int exit, string error) = await ToldAsync(() => PlantedAsync(bug));

        Assert.Equal(70, exit);
        Assert.StartsWith("bug: this is a fault of the suite and not yours", error, StringComparison.Ordinal);
        Assert.Contains("Please report it", error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(bug.ToString().ReplaceLineEndings("\n"), error, StringComparison.Ordinal);
        Assert.Contains($"   at Tests.Cli.{nameof(FailureTests)}.{nameof(PlantedAsync)}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("run.log", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_in_a_run_names_the_log_of_the_run()
    {
        (int exit, string error) = await ToldAsync(
            () => BegunWork.DoAsync(() => PlantedAsync(new InvalidOperationException("planted")), "latest/benchmarkdotnet/run.log"));

        Assert.Equal(ExitCodes.Bug, exit);
        Assert.EndsWith("The log of the run is latest/benchmarkdotnet/run.log.", error.Split('\n')[0], StringComparison.Ordinal);
    }

    public static TheoryData<Exception> Unusable =>
        [new UsageException("a"), new ScenarioException("a.json", null, "b", "c"), new RecordException("d")];

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task Once_work_has_begun_nothing_says_that_nothing_was_run(Exception unusable) =>
        Assert.Equal(
            (ExitCodes.Failed, $"failed: {unusable.Message}\n"), await ToldAsync(() => BegunWork.DoAsync<int>(() => throw unusable)));

    [Theory]
    [MemberData(nameof(Expected), DisableDiscoveryEnumeration = true)]
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
        var silent = new ProcessStartInfo("sleep", ["60", "60"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        ExpectedFailureException failure = await Assert.ThrowsAsync<ExpectedFailureException>(
            () => ServerProcess.StartAsync(silent, patience: TimeSpan.FromMilliseconds(100)));

        Assert.StartsWith("The server did not start: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("try '60' by hand.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readme_and_the_help_of_the_gate_name_every_exit_code()
    {
        string page = await File.ReadAllTextAsync(House.Checkout.FullPath("bench/README.md")),
            help = (await Typed.RunAsync("gate", "--help")).Output;

        foreach (FieldInfo code in typeof(ExitCodes).GetFields())
        {
            string number = $"{code.GetRawConstantValue()}";
            Assert.Contains(number.Length == 3 ? $" {number} by " : $"\n| {number} | ", page, StringComparison.Ordinal);
            Assert.Contains(number.Length == 3 ? "128 + the signal" : $" {number} ", help, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Exit, string Error)> ToldAsync(Func<Task<int>> verb)
    {
        using var error = new StringWriter();
        int exit = await Verbs.ToldAsync(verb, error);
        return (exit, error.ToString().ReplaceLineEndings("\n"));
    }

    private static async Task<int> PlantedAsync(Exception bug)
    {
        await Task.Yield();
        throw bug;
    }
}
