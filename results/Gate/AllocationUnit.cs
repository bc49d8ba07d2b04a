namespace Results.Gate;

/// <summary>What allocated bytes are divided by.</summary>
internal static class AllocationUnit
{
    /// <summary>A case that fetches a scenario makes many requests in an operation. Any other case makes none.</summary>
    /// <param name="scenario">The scenario's id, or empty.</param>
    public static string Of(string scenario) => scenario.Length > 0 ? "request" : "operation";

    /// <summary>The unit for a table of all cases: a request if any of them fetches.</summary>
    public static string Of(GateDecision decision) =>
        Of(decision.Cases.Select(one => one.Scenario).FirstOrDefault(scenario => scenario.Length > 0, ""));
}
