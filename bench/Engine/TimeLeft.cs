namespace Benchmarks.Engine;

/// <summary>
/// How far a run has come and how much time is left: the model's estimate of each case, corrected by how long the cases so far
/// really took. The estimate weighs as much as one average case, so that the first one does not decide alone. May be asked from any thread.
/// </summary>
/// <param name="before">About how long it takes until the first case begins.</param>
/// <param name="cases">About how long each case takes, in the order in which they are measured.</param>
/// <param name="after">About how long it takes after the last case.</param>
/// <param name="time">Default: the machine's.</param>
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

    /// <summary>Cases that have ended.</summary>
    public int Ended => _ended;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_begun);

    /// <summary>Since the case that is running, or what is not a case, began.</summary>
    public TimeSpan InStep => _time.GetElapsedTime(_stepBegun);

    /// <summary>What is still to come, never below zero.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_changing)
                return cases.Count == _ended ? Later(after - InStep) : OfThisStep + (Sum(cases.Skip(_ended + 1)) * Correction) + after;
        }
    }

    /// <summary>0 to 1 of the whole time.</summary>
    public double Share
    {
        get
        {
            TimeSpan elapsed = Elapsed, whole = elapsed + Left;
            return whole > TimeSpan.Zero ? elapsed / whole : 1;
        }
    }

    /// <summary>Until the next case to end has ended.</summary>
    private TimeSpan OfThisStep => (cases[_ended] * Correction) switch
    {
        var one when _inCase => Later(one - InStep),
        var one when _ended == 0 => Later(before - InStep) + one,
        var one => one,
    };

    /// <summary>Real time / estimated time of the cases that have ended.</summary>
    private double Correction => _estimated + _mean > TimeSpan.Zero ? (_measured + _mean) / (_estimated + _mean) : 1;

    /// <summary>To be called when a case begins.</summary>
    public void CaseBegins()
    {
        lock (_changing)
            (_stepBegun, _inCase) = (_time.GetTimestamp(), true);
    }

    /// <summary>To be called when it has ended; more than there are change nothing.</summary>
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
