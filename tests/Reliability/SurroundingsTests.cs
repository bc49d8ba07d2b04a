using System.Diagnostics;
using System.Globalization;
using Benchmarks.Commands;
using Benchmarks.Measurement;
using Benchmarks.Reliability;
using Tests.Commands;
using Tests.Docs;
using Tests.Measurement;

namespace Tests.Reliability;

/// <summary>What the system refuses, or does otherwise than at home: one clear line, or the same result. About 3 s.</summary>
[Collection(SuiteEnvironmentScope.Collection)]
public sealed class SurroundingsTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly SuiteEnvironmentScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_proxy_of_the_environment_does_not_come_between_client_and_server()
    {
        ProcessStartInfo start = ThisSuite.Start("watch", "pokeapi", "sequential-await", "1", "3");
        start.Environment["http_proxy"] = "http://127.0.0.1:9"; // where nobody listens

        ChildProcess watch = await ChildProcess.RunAsync(start, s_patience, CancellationToken.None);

        Assert.Equal((ExitCodes.Ok, ""), (watch.Exit, watch.Error));
    }

    // At 24 the runtime has just started; from there on, this is what is said.
    [Theory]
    [InlineData(40)]
    [InlineData(299)]
    public async Task Too_few_files_are_told_before_the_runtime_fails_for_want_of_them(int files)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        await RefusedAsync($"ulimit -n {files} && exec dotnet \"$0\" list", $"may open {files} files", "ulimit -n 1024");
    }

    [Fact]
    public async Task A_full_disk_below_the_output_is_one_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full");
        await RefusedAsync("exec dotnet \"$0\" list > /dev/full", "No space left");
    }

    [Theory]
    [InlineData("run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--output")]
    [InlineData("check", "--output")]
    [InlineData("history", "add", "RUN", "--history")]
    [InlineData("gate", "--reference", "RUN", "--run", "RUN", "--output")]
    public async Task A_file_where_the_folder_should_be_is_one_line(params string[] args)
    {
        using var scratch = new ScratchFolder();
        string run = Path.Combine(scratch.Path, "run.json"), file = Path.Combine(scratch.Path, "file");
        await File.WriteAllTextAsync(run, FuzzSamples.Run);
        await File.WriteAllTextAsync(file, "mine");

        (await Typed.RunAsync([.. args.Select(arg => arg == "RUN" ? run : arg), file])).IsRefused(file);

        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void A_checkout_that_cannot_be_written_is_told_before_BenchmarkDotNet_tries()
    {
        CheckoutFolder.RequireWritable(AppContext.BaseDirectory);
        string file = typeof(Cli).Assembly.Location; // no folder, so root cannot write below it either
        Assert.Contains(file, Assert.Throws<UsageException>(() => CheckoutFolder.RequireWritable(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")] // I is not the capital of i
    [InlineData("de-DE")] // 1,5
    public async Task A_culture_changes_nothing_of_what_is_written(string culture)
    {
        (string list, Dictionary<string, string> pages) home = await WrittenAsync(CultureInfo.InvariantCulture), abroad = await WrittenAsync(new CultureInfo(culture));

        Assert.Equal(home.list, abroad.list);
        Assert.Equal(home.pages, abroad.pages);
        Assert.True(home.pages.Count >= 3);
    }

    /// <summary>A clock that is set, or jumps, must not reach a measurement: only dates on pages and records are taken from it.</summary>
    [Fact]
    public void Nothing_that_measures_reads_the_time_of_day()
    {
        string[] measuring = ["bench/Measurement/", "bench/Checks/", "bench/Fetching/", "bench/Macro/", "bench/Micro/", "bench/Limits/", "fixtures/"];
        string[] files = [.. Checkout.Tracked().Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && measuring.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))];
        Assert.True(files.Length > 100);
        Assert.All(files, file => Assert.DoesNotMatch("GetUtcNow|GetLocalNow|LocalTimeZone", File.ReadAllText(Checkout.FullPath(file))));
    }

    private static async Task<(string List, Dictionary<string, string> Pages)> WrittenAsync(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            using var scratch = new ScratchFolder();
            string run = Path.Combine(scratch.Path, "run.json");
            await File.WriteAllTextAsync(run, FuzzSamples.Run);
            Typed list = await Typed.RunAsync("list"), report = await Typed.RunAsync("report", run);
            Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (list.Exit, report.Exit));
            return (list.Output, Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(scratch.Path, file), File.ReadAllText, StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <param name="script">A shell's; $0 is the suite.</param>
    private static async Task RefusedAsync(string script, params string[] reasons)
    {
        using TrialProgram program = TrialProgram.Start(new ProcessStartInfo("sh", ["-c", script, typeof(Cli).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        (int exit, string error) = await program.EndAsync(s_patience) ?? throw new TimeoutException("it does not end");
        new Typed(exit, string.Join('\n', program.Lines), error).IsRefused(reasons);
    }
}
