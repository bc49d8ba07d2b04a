using Benchmarks.Checks;
using Results.Records;

namespace Benchmarks.Limits;

/// <summary>The goals as figures with their bounds. An efficiency is the offered latency of the bound over the measured median.</summary>
internal static class LimitGoals
{
    private const string Quieter = "Measure on a machine with nothing else running; if it stays, profile client and server.";

    public static IReadOnlyList<CheckRecord> Of(IReadOnlyList<FetchMeasurement> fetches)
    {
        List<CheckRecord> records = [];
        AddEfficiency("sequential-57.3ms", 0.985);
        AddEfficiency("sequential-5.73ms", 0.94);
        AddEfficiency("when-all-150", 0.94);
        AddEfficiency("when-all-1000", 0.76);
        if (Find("sequential-0ms") is { } none)
            records.Add(AtMost("sequential-0ms-per-request", PerRequestUs(none), "µs", 35));
        if (Find("when-all-1000") is { } thousand && Find("when-all-10000") is { } wide)
            records.Add(AtMost("when-all-10000-marginal", (wide.MedianMs - thousand.MedianMs) * 1000 / (wide.Goal.Requests - thousand.Goal.Requests), "µs", 20));
        return records;

        FetchMeasurement? Find(string name) => fetches.FirstOrDefault(fetch => fetch.Goal.Name == name);

        void AddEfficiency(string name, double bound)
        {
            if (Find(name) is { } fetch)
                records.Add(AtLeast(name + "-efficiency", BoundMs(fetch.Goal) / fetch.MedianMs, "", bound));
        }
    }

    public static CheckRecord AtMost(string name, double value, string unit, double bound) =>
        CheckBound.AtMost(bound).Judge(name, value, unit, Quieter);

    public static CheckRecord AtLeast(string name, double value, string unit, double bound) =>
        CheckBound.AtLeast(bound).Judge(name, value, unit, Quieter);

    private static double BoundMs(FetchGoal goal) => goal.OfferedMs * (goal.Requests / goal.Strategy.Descriptor.PeakInFlight(goal.Requests));

    private static double PerRequestUs(FetchMeasurement fetch) => fetch.MedianMs * 1000 / fetch.Goal.Requests;
}
