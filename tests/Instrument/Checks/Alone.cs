namespace Tests.Instrument.Checks;

/// <summary>These tests measure times, and record every request of the process, so no other test may run at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Instrument";
}
