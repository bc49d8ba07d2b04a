namespace Benchmarks.Progress;

/// <summary>
/// How much of a run is done and how much time is left: the model's estimate of each case, corrected by the real time of the finished
/// cases. The estimate has the weight of one average case, so that the first case does not decide alone. Thread-safe.
/// </summary>
/// <param name="before">Estimated time before the first case.</param>
/// <param name="cases">Estimated time of each case, in the order of measuring.</param>
/// <param name="after">Estimated time after the last case.</param>
/// <param name="time">Default: the system's time.</param>
public sealed class TimeLeft(TimeSpan before, IReadOnlyList<TimeSpan> cases, TimeSpan after, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly TimeSpan _mean = Sum(cases) / Math.Max(1, cases.Count);
    private readonly long _begun = (time ?? TimeProvider.System).GetTimestamp();
    private long _stepBegun = (time ?? TimeProvider.System).GetTimestamp();
    private readonly Lock _changing = new();
    private TimeSpan _estimated;
    private TimeSpan _measured;
    private int _ended;
    private bool _inCase;

    /// <summary>The number of finished cases.</summary>
    public int Ended => _ended;

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_begun);

    /// <summary>Time since the start of the current case or step.</summary>
    public TimeSpan InStep => _time.GetElapsedTime(_stepBegun);

    /// <summary>The time left, never below zero.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_changing)
                return cases.Count == _ended ? Later(after - InStep) : OfThisStep + (Sum(cases.Skip(_ended + 1)) * Correction) + after;
        }
    }

    /// <summary>The share of the whole time that has passed, 0 to 1.</summary>
    public double Share
    {
        get
        {
            TimeSpan elapsed = Elapsed, whole = elapsed + Left;
            return whole > TimeSpan.Zero ? elapsed / whole : 1;
        }
    }

    /// <summary>The time until the current or next case ends.</summary>
    private TimeSpan OfThisStep => (cases[_ended] * Correction) switch
    {
        var one when _inCase => Later(one - InStep),
        var one when _ended == 0 => Later(before - InStep) + one,
        var one => one,
    };

    /// <summary>Real time / estimated time of the finished cases.</summary>
    private double Correction => _estimated + _mean > TimeSpan.Zero ? (_measured + _mean) / (_estimated + _mean) : 1;

    /// <summary>Call this when a case begins.</summary>
    public void CaseBegins()
    {
        lock (_changing)
            (_stepBegun, _inCase) = (_time.GetTimestamp(), true);
    }

    /// <summary>Call this when a case has ended. Calls after the last case have no effect.</summary>
    public void CaseEnds()
    {
        lock (_changing)
        {
            if (_ended < cases.Count)
            {
                _estimated += cases[_ended];
                _measured += InStep;
                _ended++;
            }

            (_stepBegun, _inCase) = (_time.GetTimestamp(), false);
        }
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, one) => sum + one);

    private static TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
