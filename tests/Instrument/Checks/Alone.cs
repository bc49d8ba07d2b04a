namespace Tests.Instrument.Checks;

/// <summary>These tests measure times, and record every request of the process: none may run beside another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Instrument";
}
