using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// The server of a benchmark. It is the host's server, whose address is in an environment variable, or else a new server in this process,
/// so that a benchmark also runs from an IDE.
/// </summary>
public sealed class FixtureLink : IAsyncDisposable
{
    private readonly InProcessServer? _own;

    private FixtureLink(Scenario scenario, ServerAddresses addresses, InProcessServer? own) =>
        (Scenario, Addresses, _own) = (scenario, addresses, own);

    /// <summary>The served scenario, scaled by the profile.</summary>
    public Scenario Scenario { get; }

    public ServerAddresses Addresses { get; }

    public static async Task<FixtureLink> OpenAsync(string scenarioId)
    {
        Scenario scenario = ScaledScenario(scenarioId);
        if (SuiteEnvironment.Servers.TryGetValue(scenarioId, out ServerAddresses? addresses))
            return new FixtureLink(scenario, addresses, own: null);

        InProcessServer own = await InProcessServer.StartAsync(scenario, SuiteEnvironment.ServerKind);
        return new FixtureLink(scenario, own.Addresses, own);
    }

    /// <summary>The scenario with this id, scaled by the current profile.</summary>
    public static Scenario ScaledScenario(string scenarioId) =>
        ScenarioCatalog.BuiltIn[scenarioId].Scaled(SuiteEnvironment.Profile.Scale, SuiteEnvironment.Profile.Divisor);

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
