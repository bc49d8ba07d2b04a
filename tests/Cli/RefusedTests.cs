using System.Net;
using System.Net.Sockets;
using Tests.Measurement;

namespace Tests.Cli;

/// <summary>Bad input is refused before anything runs: one clear line, exit code 2.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class RefusedTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("run, demo, list, report, serve, measure", "nonsense")]
    [InlineData("test (of run-bench)", "tests")]
    [InlineData("--nosuch", "list", "--nosuch")]
    [InlineData("--help lists", "history", "nonsense")]
    [InlineData("--scenario", "run", "pokeapi")]
    [InlineData("--filter", "run", "--verbose", "*PokeApi*")]
    [InlineData("'-1' is neither an option nor the value of one", "-1", "a/b")]
    [InlineData("'pokeapi' is neither an option nor the value of one", "--join", "pokeapi")]
    [InlineData("'pokeapi' is neither an option nor the value of one", "--job", "short", "pokeapi")]
    [InlineData("'pokeapi' is neither an option nor the value of one", "--JOB=short", "pokeapi")]
    [InlineData("--all, --write, --check", "lessons", "--chekc")]
    [InlineData("nosuch", "--nosuch")]
    [InlineData("nosuch", "run", "--nosuch")]
    [InlineData("nonsense", "--job", "nonsense")]
    [InlineData("short, medium, long", "--job", "nonsense")]
    [InlineData(".NET 10", "--runtimes", "net10.0")]
    [InlineData("--hosting in-process", "--inProcess")]
    [InlineData("'list' shows", "--filter", "*NoSuch*")]
    [InlineData("'list' shows", "measure", "--cases", "*NoSuch*")]
    [InlineData("shared", "run", "--hosting", "elsewhere")]
    [InlineData("SCENARIO=http://ADDRESS:PORT", "measure", "--server", "baidu")]
    [InlineData("--server baidu is 'ftp://127.0.0.1'; allowed is http://ADDRESS:PORT", "measure", "--server", "baidu=ftp://127.0.0.1")]
    [InlineData("1 to 10000", "measure", "--warmups", "-1")]
    [InlineData("1 to 10000", "measure", "--warmups", "0")]
    [InlineData("--launchCount", "--warmupCount", "0")]
    [InlineData("--launchCount", "--strategy", "ColdStart")]
    [InlineData("--launchCount", "--job", "dry", "--iterationCount", "2")]
    [InlineData("--launchCount", "--job", "dry", "--invocationCount", "2")]
    [InlineData("--launchCount", "--job", "short", "--strategy", "Monitoring", "--warmupCount", "0")]
    [InlineData("without --inProcess", "--hosting", "in-process", "--inProcess", "--job", "dry")]
    [InlineData("1 to 10000", "measure", "--iterations", "0")]
    [InlineData("1 to 10000", "measure", "--iterations", "many")]
    [InlineData("http://ADDRESS:PORT", "serve", "--scenario", "baidu", "--urls", "somewhere")]
    [InlineData("allowed is one for each scenario", "measure", "--server", "baidu=http://127.0.0.1:1", "baidu=http://127.0.0.1:2")]
    [InlineData("the path of a file", "report", "")]
    [InlineData("the path of a file", "run", "--output", "")]
    [InlineData("the path of a file", "gate", "--reference", "")]
    [InlineData("the path of a file", "history", "--history", "")]
    [InlineData("--server needs a value", "check", "--server", "--help")]
    [InlineData("1 to 100000", "child", "measure-memory", "Task", "0")]
    [InlineData("'pokeapi' has 150 requests from 1 on", "child", "record-cold-start", "pokeapi", "when-all", "1", "151")]
    [InlineData("--help lists", "run", "--filter", "*Single*", "--envVars", "A")]
    [InlineData("--scenario", "serve")]
    [InlineData("--base REF", "gate")]
    [InlineData("--base REF", "gate", "--base", "HEAD", "--reference", "run.json")]
    [InlineData("1 to 10000", "gate", "--base", "HEAD", "--pairs", "0")]
    [InlineData("90s, 10m or 1h", "gate", "--base", "HEAD", "--budget", "10")]
    [InlineData("90s, 10m or 1h", "gate", "--base", "HEAD", "--budget", "-1m")]
    [InlineData("such as 5%", "gate", "--base", "HEAD", "--threshold", "5")]
    [InlineData("such as 5%", "gate", "--base", "HEAD", "--threshold", "0%")]
    [InlineData("such as 5%", "gate", "--base", "HEAD", "--threshold", "NaN%")]
    [InlineData("--cases is not allowed with --reference", "gate", "--reference", "run.json", "--cases", "*")]
    [InlineData("--publish is not allowed without --limits", "check", "--publish")]
    [InlineData("--servers is not allowed with --limits", "check", "--limits", "--servers")]
    [InlineData("--output is not allowed with --servers", "check", "--servers", "--output", "x")]
    [InlineData("when-all-1000", "check", "--limits", "--only", "nonsense")]
    [InlineData("--metric is not allowed with --base", "gate", "--base", "HEAD", "--metric", "efficiency")]
    public async Task It_is_refused_with_the_reason(string reason, params string[] args) => (await Typed.RunAsync(args)).IsRefused(reason);

    [Theory]
    [InlineData("run", "--scenario", "nonsense")]
    [InlineData("serve", "--scenario", "nonsense")]
    public async Task An_unknown_scenario_is_answered_with_those_there_are(params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused("nonsense", "baidu", "pokeapi");

    [Theory]
    [InlineData("run", "--scenario", "baidu", "--strategies", "nonsense")]
    public async Task An_unknown_strategy_is_answered_with_those_there_are(params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused(
            "nonsense", "sequential-sync-new-client", "sequential-sync", "sequential-await", "when-all", "single");

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("demo")]
    [InlineData("lessons", "1")]
    [InlineData("check", "--limits")]
    [InlineData("gate", "--base", "HEAD")]
    [InlineData("serve", "--scenario", "baidu")]
    public async Task An_unknown_server_is_answered_with_those_there_are(params string[] args) =>
        (await Typed.RunAsync([.. args, "--server", "embedded"])).IsRefused("embedded", "wiremock", "kestrel");

    [Fact]
    public async Task Strategies_without_a_scenario_are_not_silently_ignored() =>
        (await Typed.RunAsync("--strategies", "when-all")).IsRefused("--strategies", "--scenario");

    [Theory]
    [InlineData("--profile", "nonsense")]
    [InlineData("measure", "--profile", "nonsense")]
    [InlineData("serve", "--scenario", "baidu", "--profile", "nonsense")]
    public async Task An_unknown_profile_is_answered_with_those_there_are(params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused("nonsense", "smoke", "standard", "article", "full");

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await Typed.RunAsync("serve", "--scenario", "baidu", "--urls", $"http://127.0.0.1:{port}")).IsRefused($"{port}", "in use");
    }

    [Theory]
    [InlineData(null, "measure first")]
    [InlineData("", "run.json")]
    [InlineData("{", "run.json")]
    [InlineData("[]", "run.json")]
    [InlineData("{}", "run.json")]
    [InlineData("{\"schema\": 999}", "999")]
    public async Task A_report_needs_a_whole_record(string? content, string reason)
    {
        string folder = Directory.CreateTempSubdirectory("report-").FullName;
        try
        {
            string file = Path.Combine(folder, "run.json");
            if (content is not null)
                await File.WriteAllTextAsync(file, content);

            (await Typed.RunAsync("report", file)).IsRefused(file, reason);

            Assert.Equal(content is null ? 0 : 1, Directory.EnumerateFileSystemEntries(folder).Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
