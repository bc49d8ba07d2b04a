using System.Diagnostics;

namespace Tests.Trials.Programs;

/// <summary>Starts a program for a trial, on Linux, so that it gets signals like a program of a user.</summary>
internal static class TrialStart
{
    /// <summary>
    /// In a new process group, as a shell starts it, so that a signal to the group does not reach the trials' own process.
    /// </summary>
    public static ProcessStartInfo Of(ProcessStartInfo start) => Through(Heeding(start), "setsid");

    /// <summary>
    /// A program that a script starts in the background, or with nohup, ignores Ctrl-C or the closed terminal, and so do its child
    /// processes. Then a signal that the program never gets would look like a signal that it survived.
    /// </summary>
    public static ProcessStartInfo Heeding(ProcessStartInfo start) => Through(start, "env", "--default-signal=HUP,INT");

    /// <summary>The shell replaces itself with the program, so the process id stays the same.</summary>
    private static ProcessStartInfo Through(ProcessStartInfo start, params string[] command)
    {
        foreach (string argument in command.Skip(1).Append(start.FileName).Reverse())
            start.ArgumentList.Insert(0, argument);
        start.FileName = command[0];
        return start;
    }
}
