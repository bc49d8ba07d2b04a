using Results.Gate;

namespace BenchGate.Errors;

/// <summary>The exit codes, also for the gate's verdicts. Scripts depend on them.</summary>
public static class ExitCodes
{
    public const int Ok = GateExitCodes.Pass;

    /// <summary>
    /// Something was measured and is not right: a failed or missing benchmark, a broken bound, a regression. Also: the work did not
    /// complete, because the machine, a server or another program failed.
    /// </summary>
    public const int Failed = GateExitCodes.Regression;

    /// <summary>The input cannot be used; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>Two runs cannot be compared.</summary>
    public const int NotComparable = GateExitCodes.NotComparable;

    /// <summary>
    /// A bug of the suite: EX_SOFTWARE, "an internal software error has been detected", of BSD's sysexits.h
    /// (https://man.freebsd.org/cgi/man.cgi?sysexits).
    /// </summary>
    public const int Bug = 70;

    /// <summary>Ctrl-C: 128 + SIGINT, as in shells; the next two likewise.</summary>
    public const int Interrupted = 130;

    /// <summary>SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>SIGHUP: the terminal was closed.</summary>
    public const int HungUp = 129;
}
