using System.Diagnostics;
using BenchGate.Processes;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Fixtures.Model;
using Fixtures.Server;
using Tests.Trials.Programs;

namespace Tests.Trials.Soak;

/// <summary>The server under load, and its process, which is measured from outside.</summary>
internal sealed record LoadedServer(ScratchServer Server, Process Process) : IAsyncDisposable
{
    // A young generation of 4 MB (hex): by default it is at least as large as a cache, and half a million requests only fill it, which
    // looks like growth.
    private const string YoungGeneration = "DOTNET_GCgen0size";
    private const string YoungGenerationBytes = "400000";

    public Uri Address => Server.Addresses.Http1;

    public RequestPlan Requests => Server.Scenario.Requests;

    public string Path => Requests.PathOf(Requests.First);

    /// <summary>The resources of its process now.</summary>
    public ServerFootprint Footprint => ServerFootprint.Of(Process);

    /// <summary>
    /// Starts it in its own process, found by a mark in its environment (Linux only). No other test may run at the same time.
    /// </summary>
    public static async Task<LoadedServer> StartAsync(string scenario)
    {
        string mark = Guid.NewGuid().ToString("N");
        Set(mark, YoungGenerationBytes); // for the child process; this process has already read its own
        try
        {
            ScratchServer server = await ScratchServer.StartAsync(scenario, ServerHosts.Default);
            return new LoadedServer(server, Process.GetProcessById(new MarkedProcesses(TrialProgram.Variable, mark).Find().Single()));
        }
        finally
        {
            Set(mark: null, youngGeneration: null);
        }
    }

    public FetchDigest Expected() => Server.Expected();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Process.Dispose();
    }

    private static void Set(string? mark, string? youngGeneration)
    {
        Environment.SetEnvironmentVariable(TrialProgram.Variable, mark);
        Environment.SetEnvironmentVariable(YoungGeneration, youngGeneration);
    }
}
