using System.Globalization;
using Benchmarks.Measurement;
using Fixtures.Model;

namespace Benchmarks.Engine;

/// <summary>Finds out whether a profile hides time-outs: it shortens the delays of a scenario, but not the client's timeout.</summary>
internal static class UnscaledTimeout
{
    /// <summary>Null if the scenario has the same time-outs at its own scale, when all requests of the run are sent at once.</summary>
    public static string? Warning(Scenario scenario, Profile profile)
    {
        Scenario scaled = profile.Scaled(scenario), whole = scenario with { Requests = scaled.Requests };
        if (scaled.ResponseLimit is not { } timeout)
            return null;
        int late = Prediction.Late(scaled, Schedule.AllAtOnce), ownLate = Prediction.Late(whole, Schedule.AllAtOnce);
        return late == ownLate
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Profile {profile.Id} multiplies the delays of '{scenario.Id}' by {profile.Scale}, but not its timeout of "
                    + $"{timeout.TotalMilliseconds:0.####} ms: of {scaled.Requests.Count} requests that are sent at once, {late} are later "
                    + $"than that, at the scenario's own scale {ownLate}. Measure with --profile article for those.");
    }
}
