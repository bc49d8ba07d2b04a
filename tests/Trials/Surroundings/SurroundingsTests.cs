using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Cli;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Records;
using Tests.Cli;
using Tests.House;
using Tests.Measurement;
using Tests.Trials.Fuzz;
using Tests.Trials.Interruption;

namespace Tests.Trials.Surroundings;

/// <summary>Limits and settings of the system: the program prints one clear line, or has the same result. About 7 s.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class SurroundingsTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_proxy_of_the_environment_does_not_come_between_client_and_server()
    {
        ProcessStartInfo start = ThisSuite.Start("child", "record-cold-start", "pokeapi", "sequential-await", "1", "3");
        start.Environment["http_proxy"] = "http://127.0.0.1:9"; // where nobody listens

        ChildProcess watch = await ChildProcess.RunAsync(start, s_patience, CancellationToken.None);

        Assert.Equal((ExitCodes.Ok, ""), (watch.Exit, watch.Error));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(299)]
    public async Task Too_few_files_are_told_before_the_runtime_fails_for_want_of_them(int files)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        (await ShellTrial.RunAsync($"ulimit -n {files} && exec dotnet \"$0\" list")).IsRefused($"may open {files} files", "ulimit -n 1024");
    }

    /// <summary>With fewer, the runtime itself does not start, and prints its own message.</summary>
    [Fact]
    public async Task From_the_first_number_of_files_at_which_there_is_a_program_they_are_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        List<Typed> said = [];
        for (int files = 16; files < 34; files++)
            said.Add(await ShellTrial.RunAsync($"ulimit -n {files} && exec dotnet \"$0\" list"));

        Typed[] started = [.. said.SkipWhile(one => one.Exit > 128)];
        Assert.NotEmpty(started);
        Assert.All(started, one => one.IsRefused("may open", "ulimit -n 1024"));
    }

    [Fact]
    public async Task A_full_disk_below_the_output_is_a_failure_in_one_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full");
        (await ShellTrial.RunAsync("exec dotnet \"$0\" list > /dev/full")).HasFailed("No space left");
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_page_is_a_failure_in_one_line_and_leaves_no_part_of_a_page()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        using var scratch = new ScratchFolder();
        string run = Path.Combine(scratch.Path, "run.json");
        await File.WriteAllTextAsync(run, FuzzSamples.Run);

        (await ShellTrial.RunAsync(FullAt(blocks: 16) + "report \"$1\"", run)).HasFailed("cannot be written", "the old file is unchanged");

        Assert.Equal(FuzzSamples.Run, await File.ReadAllTextAsync(run));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories),
            file => Path.GetFileName(file)[0] == '.' || new FileInfo(file).Length is 0 or >= 16 * 512);
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_run_is_a_failure_in_one_line_and_keeps_the_cases_that_were_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        using var scratch = new ScratchFolder();

        Typed run = await ShellTrial.RunAsync(
            FullAt(blocks: 8)
                + "run --profile smoke --hosting in-process --inProcess --scenario pokeapi --strategies when-all --output \"$1\"",
            scratch.Path);

        (run with { Output = "" }).HasFailed(scratch.Path, "ulimit -f");
        var kept = RunLayout.Latest(scratch.Path);
        Assert.Single(RunRecordFile.Load(kept.RunJson).Cases);
        Assert.Equal(0, InterruptionTrial.Torn(kept.Folder));
        Assert.Empty(Directory.EnumerateFiles(kept.Folder, ".*.tmp", SearchOption.AllDirectories));
    }

    /// <summary>
    /// Limits the size of a file, which has the same effect as a full disk. The runtime's double mapping of code uses a file, too, so it is
    /// turned off.
    /// </summary>
    private static string FullAt(int blocks) =>
        $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {blocks} && exec dotnet \"$0\" ";

    /// <summary>
    /// Root may write everywhere, so as root the program is started as the user nobody. Any other user who runs the tests may write in this
    /// checkout.
    /// </summary>
    [Theory]
    [InlineData("run --profile smoke --output \"$1\"", "use a writable clone")]
    [InlineData("check --output \"$1\"", "cannot be used as a results folder")]
    public async Task A_clone_and_a_folder_of_somebody_else_s_are_one_line(string typed, string reason)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"),
            "root and util-linux's setpriv");
        const string asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups";
        Assert.SkipUnless(
            (await ShellTrial.RunAsync($"{asNobody} sh -c 'test -r \"$0\" && dotnet --list-runtimes' \"$0\"")).Exit == 0,
            "a build and a dotnet that nobody may start");
        using var scratch = new ScratchFolder();
        string folder = Path.Combine(scratch.Path, "results");

        (await ShellTrial.RunAsync($"{asNobody} dotnet \"$0\" {typed}", folder)).IsRefused(reason);

        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--output")]
    [InlineData("check", "--output")]
    [InlineData("history", "add", "RUN", "--history")]
    [InlineData("gate", "--reference", "RUN", "--run", "LATER", "--output")]
    [InlineData("gate", "--base", "HEAD", "--output")]
    [InlineData("lessons", "4", "--output")]
    public async Task A_file_where_the_folder_should_be_is_one_line(params string[] args)
    {
        using var scratch = new ScratchFolder();
        string run = Path.Combine(scratch.Path, "run.json"),
            later = Path.Combine(scratch.Path, "later.json"),
            file = Path.Combine(scratch.Path, "file");
        await File.WriteAllTextAsync(run, FuzzSamples.Run);
        await File.WriteAllTextAsync(later, FuzzSamples.Run + "\n");
        await File.WriteAllTextAsync(file, "mine");

        (await Typed.RunAsync([.. args.Select(arg => arg switch { "RUN" => run, "LATER" => later, _ => arg }), file])).IsRefused(file);

        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void A_checkout_that_cannot_be_written_is_told_before_BenchmarkDotNet_tries()
    {
        CheckoutFolder.RequireWritable(AppContext.BaseDirectory);
        string file = typeof(Verbs).Assembly.Location; // a file, so even root cannot write below it
        Assert.Contains(file, Assert.Throws<UsageException>(() => CheckoutFolder.RequireWritable(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")] // I is not the upper case of i
    [InlineData("de-DE")] // 1,5
    public async Task A_culture_changes_nothing_of_what_is_written(string culture)
    {
        (string list, Dictionary<string, string> pages) home = await WrittenAsync(CultureInfo.InvariantCulture),
            abroad = await WrittenAsync(new CultureInfo(culture));

        Assert.Equal(home.list, abroad.list);
        Assert.Equal(home.pages, abroad.pages);
        Assert.True(home.pages.Count >= 3);
    }

    /// <summary>A change of the system clock must not affect a measurement: only dates on pages and in records come from it.</summary>
    [Fact]
    public void Nothing_that_measures_reads_the_time_of_day()
    {
        string[] measuring =
        [
            "bench/Benchmarks/", "bench/Engine/", "bench/Fetching/", "bench/Instrument/", "bench/Measurement/", "bench/Processes/",
            "bench/Recording/", "bench/Serving/", "bench/Strategies/", "fixtures/", "gate/Measuring/", "gate/Processes/",
        ];
        string[] files =
        [
            .. Checkout.Tracked()
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
                    && measuring.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))),
        ];
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
            return (list.Output, Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(scratch.Path, file), File.ReadAllText, StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
