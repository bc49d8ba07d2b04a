namespace Results.Records;

/// <summary>Checks the values of a gate's run that the types cannot check.</summary>
internal static class GateRunCheck
{
    /// <summary>The first wrong value as "JSON path: what is wrong", or null.</summary>
    public static string? FirstFault(GateRun run)
    {
        if (run.Schema != GateRun.CurrentSchema)
            return $"$.schema: is {run.Schema}, this build reads {GateRun.CurrentSchema}";
        if (run.PlannedPairs < 1)
            return $"$.plannedPairs: is {run.PlannedPairs}, must be 1 or more";
        return run.Cases.SelectMany((one, i) => Faults(one, $"$.cases[{i}]")).FirstOrDefault();
    }

    private static IEnumerable<string> Faults(GateCase one, string path)
    {
        if (one is null || one.Case.Length == 0)
            yield return $"{path}.case: is empty, must be the benchmark's full name";
        else
        {
            foreach (IGrouping<string, GatePair> id in one.Pairs.GroupBy(pair => pair.Id).Where(group => group.Count() > 1))
                yield return $"{path}.pairs: {id.Key} is there twice, must be unique";
            for (int i = 0; i < one.Pairs.Count; i++)
            {
                if (one.Pairs[i].Repeats is < 0 or > GatePair.MostRepeats)
                    yield return $"{path}.pairs[{i}].repeats: is {one.Pairs[i].Repeats}, must be 0 to {GatePair.MostRepeats}";
                foreach (string fault in Faults(one.Pairs[i].Base, $"{path}.pairs[{i}].base").Concat(
                    Faults(one.Pairs[i].Head, $"{path}.pairs[{i}].head")))
                    yield return fault;
            }
        }
    }

    private static IEnumerable<string> Faults(GateLaunch launch, string path)
    {
        if (launch.IterationsNs.Count == 0)
            yield return $"{path}.iterationsNs: is empty, must have at least one";
        for (int i = 0; i < launch.IterationsNs.Count; i++)
        {
            // A ratio of times needs both above 0.
            if (launch.IterationsNs[i] is not (> 0 and <= RecordLimits.Most))
                yield return FormattableString.Invariant(
                    $"{path}.iterationsNs[{i}]: is {launch.IterationsNs[i]}, must be a finite number above 0 and at most 1E+18");
        }

        if (launch.AllocatedBytes is { } bytes && !RecordLimits.Allows(bytes))
            yield return FormattableString.Invariant($"{path}.allocatedBytes: is {bytes}, must be {RecordLimits.Allowed}");
    }
}
