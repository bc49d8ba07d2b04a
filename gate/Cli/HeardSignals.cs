namespace BenchGate.Cli;

/// <summary>
/// What a signal asks for. GNU <c>timeout</c> sends its signal twice: to the program, and to its group. So only a signal that comes a
/// second or more after the first one is a person who does not want to wait.
/// </summary>
/// <param name="time">The clock; it must not go back.</param>
internal sealed class HeardSignals(TimeProvider time)
{
    private static readonly TimeSpan s_sameSignal = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private long? _first;

    /// <summary>Call this for each signal, on any thread.</summary>
    public SignalMeaning Hear()
    {
        lock (_gate)
        {
            if (_first is { } first)
                return time.GetElapsedTime(first) < s_sameSignal ? SignalMeaning.Again : SignalMeaning.Kill;
            _first = time.GetTimestamp();
            return SignalMeaning.End;
        }
    }
}

/// <summary>What a process does about a signal.</summary>
internal enum SignalMeaning
{
    /// <summary>The first one: keep what was measured, and end.</summary>
    End,

    /// <summary>The first one once more: nothing, because the process is ending already.</summary>
    Again,

    /// <summary>Somebody does not want to wait: end at once.</summary>
    Kill,
}
