using System.Net;
using BenchGate.Errors;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Cli;

/// <summary>The servers whose addresses were typed. Before anything is measured, each must serve what is going to be fetched.</summary>
internal static class GivenServers
{
    /// <param name="option">The option with the addresses, for messages.</param>
    /// <param name="settings">The addresses by scenario id, and the profile.</param>
    /// <param name="cases">The cases that fetch a scenario.</param>
    /// <returns>What the last one serves; null if there are none.</returns>
    /// <exception cref="UsageException">A server does not respond or serves something else, or a case has none but another scenario
    /// has.</exception>
    /// <exception cref="ScenarioException">There is no such scenario; the message lists them.</exception>
    public static async Task<Handshake?> GreetAsync(string option, SuiteSettings settings, IReadOnlyList<MacroCase> cases)
    {
        Handshake? served = null;
        (string Id, Scenario Scenario)[] given = [.. settings.Addresses.Keys.Select(id => (id, settings.ScaledScenario(id)))];
        RequireAll(option, settings, cases);
        foreach ((string id, Scenario scenario) in given)
        {
            IEnumerable<Version> protocols = cases.Where(macro => macro.Scenario.Id == id).Select(macro => macro.Strategy.Protocol);
            foreach (Version protocol in protocols.Distinct().DefaultIfEmpty(HttpVersion.Version11))
            {
                Uri url = settings.Addresses[id].Speaking(protocol);
                served = await ExternalServer.GreetAsync(url, scenario, settings.Profile.Id, protocol);
            }
        }

        return served;
    }

    /// <summary>
    /// A server for another scenario is an error only if a case has none: then a server in this process would be measured instead. The gate
    /// names the servers of all its scenarios at every launch.
    /// </summary>
    private static void RequireAll(string option, SuiteSettings settings, IReadOnlyList<MacroCase> cases)
    {
        string[] fetched = [.. cases.Select(macro => macro.Scenario.Id).Distinct(StringComparer.Ordinal)];
        string[] unused = [.. settings.Addresses.Keys.Except(fetched, StringComparer.Ordinal)];
        string[] missing = [.. fetched.Except(settings.Addresses.Keys, StringComparer.Ordinal)];
        if (unused.Length > 0 && missing.Length > 0)
            throw new UsageException($"{option} names a server for {string.Join(", ", unused)}, which no chosen case fetches, and none for "
                + $"{string.Join(", ", missing)}; name the servers of the scenarios that are fetched.");
    }
}
