using System.Diagnostics;

namespace Tests.Trials.Programs;

/// <summary>How a program on trial is started, on Linux, so that signals come to it as they come to a person's program.</summary>
internal static class TrialStart
{
    /// <summary>In a group of its own, as a shell starts it: a signal to all of the group spares whoever started the trials.</summary>
    public static ProcessStartInfo Of(ProcessStartInfo start) => Through(Heeding(start), "setsid");

    /// <summary>
    /// What a script starts in the background, or nohup, ignores Ctrl-C or the closed terminal, and so does whatever it starts in turn:
    /// signals that the program never sees would pass for signals that it survived.
    /// </summary>
    public static ProcessStartInfo Heeding(ProcessStartInfo start) => Through(start, "env", "--default-signal=HUP,INT");

    /// <summary>The command becomes the program: the same process id.</summary>
    private static ProcessStartInfo Through(ProcessStartInfo start, params string[] command)
    {
        foreach (string argument in command.Skip(1).Append(start.FileName).Reverse())
            start.ArgumentList.Insert(0, argument);
        start.FileName = command[0];
        return start;
    }
}
