using BenchGate.Errors;
using Benchmarks.Cli;
using Benchmarks.Measurement;
using Fixtures.Model;
using Results.Records;
using Tests.Cli;
using Tests.Trials.Surroundings;

namespace Tests.Field;

/// <summary>A build outside of its checkout, and outputs that cannot be written: the line and the exit code stay right.</summary>
public sealed class CopiedBuildTests
{
    public static TheoryData<Exception, int, string> Wrapped => new()
    {
        { new TypeInitializationException("A", new UsageException("no checkout")), ExitCodes.Usage, "error: no checkout\n" },
        {
            new TypeInitializationException("A", new TypeInitializationException("B", new RecordException("no file"))),
            ExitCodes.Usage,
            "error: no file\n"
        },
        {
            new System.Reflection.TargetInvocationException(new ScenarioException("a.json", null, "b", "c")),
            ExitCodes.Usage,
            "error: a.json: found b; allowed: c\n"
        },
        { new AggregateException(new IOException("No space left")), ExitCodes.Failed, "failed: the system refused: No space left\n" },
    };

    [Theory]
    [MemberData(nameof(Wrapped), DisableDiscoveryEnumeration = true)]
    public async Task What_the_runtime_puts_around_an_exception_is_not_told(Exception thrown, int exit, string line)
    {
        using var error = new StringWriter();

        Assert.Equal(exit, await Verbs.ToldAsync(() => throw thrown, error));
        Assert.Equal(line, error.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_wrapped_bug_is_told_with_everything_around_it()
    {
        using var error = new StringWriter();
        var thrown = new TypeInitializationException("A", new InvalidOperationException("planted"));

        Assert.Equal(ExitCodes.Bug, await Verbs.ToldAsync(() => throw thrown, error));
        Assert.Contains("TypeInitializationException", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_that_need_the_checkout_say_so_in_one_line()
    {
        string copy = Directory.CreateTempSubdirectory("copy-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(CheckoutFolder.Project, "bin", "Release", "net10.0"))
                .Where(file => Path.GetExtension(file) is ".dll" or ".json"))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            foreach (string verb in (string[])["run --filter *Single*", "gate --base HEAD", "history", "report"])
            {
                Typed told = await ShellTrial.RunAsync($"exec dotnet \"$1\" {verb.Replace("*", "'*'", StringComparison.Ordinal)}",
                    Path.Combine(copy, "Benchmarks.dll"));

                told.IsRefused(copy, "run the suite from its checkout");
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Theory]
    [InlineData("nonsense 2>&-", ExitCodes.Usage)]
    [InlineData("nonsense 2>/dev/full", ExitCodes.Usage)]
    [InlineData("report /nosuch/run.json 2>/dev/full", ExitCodes.Usage)]
    [InlineData("list >/dev/full 2>/dev/full", ExitCodes.Failed)]
    [InlineData("list 2>&-", ExitCodes.Ok)]
    public async Task Where_no_message_can_be_written_the_exit_code_still_says_it(string typed, int exit)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full");

        Typed told = await ShellTrial.RunAsync($"exec dotnet \"$0\" {typed}");

        Assert.Equal((exit, ""), (told.Exit, told.Error));
    }
}
