namespace Results.Gate;

/// <summary>What is compared between two stored runs.</summary>
public enum GateMetric
{
    /// <summary>The time itself: only between runs of one machine, profile, server and scenario.</summary>
    Time,

    /// <summary>
    /// Ideal / time, which has no unit, so it may be compared between machines and scales. It sees lost concurrency and added waiting; what
    /// a processor costs, it sees only mixed with the difference of the machines.
    /// </summary>
    Efficiency,
}
