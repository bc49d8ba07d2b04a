using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// The server of a benchmark. It is the one whose address is in the settings, or else a new server in this process, so that a benchmark
/// also runs from an IDE.
/// </summary>
public sealed class FixtureLink : IAsyncDisposable
{
    private readonly InProcessServer? _own;

    private FixtureLink(Scenario scenario, ServerAddresses addresses, InProcessServer? own) =>
        (Scenario, Addresses, _own) = (scenario, addresses, own);

    /// <summary>The served scenario, scaled by the profile.</summary>
    public Scenario Scenario { get; }

    public ServerAddresses Addresses { get; }

    public static async Task<FixtureLink> OpenAsync(string scenarioId, SuiteSettings settings)
    {
        Scenario scenario = settings.ScaledScenario(scenarioId);
        if (settings.Addresses.TryGetValue(scenarioId, out ServerAddresses? addresses))
            return new FixtureLink(scenario, addresses, own: null);

        InProcessServer own = await InProcessServer.StartAsync(scenario, settings.Server);
        return new FixtureLink(scenario, own.Addresses, own);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
