using BenchGate.Errors;
using Benchmarks.Engine;
using Benchmarks.Serving;
using Fixtures.Server;

namespace Benchmarks.Cli;

/// <summary>The servers that a run needs: its own, one that was started separately, or none.</summary>
internal static class RunServers
{
    /// <returns>Null if each measured process starts its own server.</returns>
    /// <exception cref="UsageException">The server that was started separately cannot serve this run.</exception>
    /// <exception cref="ExpectedFailureException">A server did not start.</exception>
    public static async Task<FixtureServers?> StartAsync(RunPlan plan, RunOptions options)
    {
        if (options.ServerUrl is { } url)
            return await ElsewhereAsync(plan, options, ExternalServer.AddressesOf(url));

        await ServerHosts.PrepareAsync(options.Settings.Server);
        return options.Hosting == Hosting.Shared ? await FixtureServers.StartAsync(plan.Scenarios, options.Settings) : null;
    }

    private static async Task<FixtureServers> ElsewhereAsync(RunPlan plan, RunOptions options, ServerAddresses addresses)
    {
        string scenario = plan.Scenarios is [var only]
            ? only
            : throw new UsageException($"--server-url serves one scenario, but this run needs {string.Join(", ", plan.Scenarios)}; "
                + "name one with --scenario.");
        var given = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal) { [scenario] = addresses };
        Handshake? served = await GivenServers.GreetAsync("--server-url", options.Settings with { Addresses = given }, plan.Macro);
        return FixtureServers.Elsewhere(scenario, addresses, served!);
    }
}
