namespace Results.Gate;

/// <summary>What is compared between two stored runs.</summary>
public enum GateMetric
{
    /// <summary>The time itself. It can be compared only between runs of the same machine, profile, server and scenario.</summary>
    Time,

    /// <summary>
    /// Ideal / time. It has no unit, so it can be shown for two machines or scales, but kept runs of one machine cannot judge it there. It
    /// shows lost concurrency and added waiting. A change of processor time is mixed with the difference between the machines.
    /// </summary>
    Efficiency,
}
