using BenchGate.Processes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// A server for a scenario that is not in a file of the checkout. It runs in its own process, or in this process if times do not matter.
/// </summary>
public sealed class ScratchServer : IAsyncDisposable
{
    private readonly IAsyncDisposable _host;
    private readonly ScratchFolder _files;

    private ScratchServer(Scenario scenario, ServerAddresses addresses, IAsyncDisposable host, ScratchFolder files) =>
        (Scenario, Addresses, _host, _files) = (scenario, addresses, host, files);

    public Scenario Scenario { get; }

    public ServerAddresses Addresses { get; }

    /// <summary>CPU time that the server's process has used so far. If that is this process, it includes the client.</summary>
    public TimeSpan CpuTime => _host is ServerProcess process ? process.CpuTime : Environment.CpuUsage.TotalTime;

    /// <param name="scenario">The text of a scenario file.</param>
    /// <param name="kind">The kind of server, of <see cref="ServerHosts.Kinds"/>.</param>
    /// <param name="inThisProcess">True if times do not matter.</param>
    /// <param name="beside">Files that the scenario names, by their path relative to it.</param>
    public static async Task<ScratchServer> StartAsync(
        string scenario,
        string kind,
        bool inThisProcess = false,
        IReadOnlyDictionary<string, string>? beside = null)
    {
        var files = new ScratchFolder();
        try
        {
            string file = Path.Combine(files.Path, "scratch.json");
            await File.WriteAllTextAsync(file, scenario);
            foreach ((string path, string text) in beside ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(files.Path, path))!);
                await File.WriteAllTextAsync(Path.Combine(files.Path, path), text);
            }

            return await (inThisProcess ? StartHereAsync(file, kind, files) : StartProcessAsync(file, kind, files));
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>One operation on this server, with the strategy's client: each request of the scenario once.</summary>
    public FetchWork Work(IFetchStrategy strategy) => FetchWork.For(strategy, Addresses, Scenario, Scenario.Requests.Numbers);

    /// <summary>The expected digest of an operation.</summary>
    public FetchDigest Expected() => ExpectedResults.Digest(Scenario, [.. Scenario.Requests.Numbers]);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _files.Dispose();
    }

    private static async Task<ScratchServer> StartHereAsync(string file, string kind, ScratchFolder files)
    {
        Scenario scenario = ScenarioFile.Load(file);
        InProcessServer server = await InProcessServer.StartAsync(scenario, kind);
        return new ScratchServer(scenario, server.Addresses, server, files);
    }

    private static async Task<ScratchServer> StartProcessAsync(string file, string kind, ScratchFolder files)
    {
        Scenario scenario = ScenarioFile.Load(file);
        ServerProcess server = await ServerProcess.StartAsync(file, Profile.Article, kind);
        return new ScratchServer(scenario, server.Addresses, server, files);
    }
}
