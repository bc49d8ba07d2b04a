using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BenchGate.Processes;

/// <summary>
/// The processes that were started with a certain environment variable, with their descendants. Linux only: on other systems it finds none.
/// </summary>
/// <param name="name">Name of the variable.</param>
/// <param name="value">Its value. No other process may have the same value.</param>
public sealed class MarkedProcesses(string name, string value)
{
    private const string Processes = "/proc";

    // A build starts compilers. The next round finds the processes that started while the others were killed.
    private const int Rounds = 50;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private readonly byte[] _mark = Encoding.UTF8.GetBytes($"{name}={value}");

    /// <summary>The ids of the processes, without this process.</summary>
    public IReadOnlyList<int> Find() => Directory.Exists(Processes)
        ? [.. Directory.EnumerateDirectories(Processes).Select(IdOf).OfType<int>().Where(id => id != Environment.ProcessId && IsMarked(id))]
        : [];

    /// <summary>Kills all of them, and the processes that they start in the meantime.</summary>
    public void End()
    {
        using var never = new ManualResetEvent(initialState: false);
        for (int round = 0; round < Rounds && Find() is { Count: > 0 } found; round++)
        {
            foreach (int id in found)
                End(id);
            never.WaitOne(s_pause);
        }
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // it has exited by itself
        }
    }

    private static int? IdOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    private bool IsMarked(int id)
    {
        try
        {
            ReadOnlySpan<byte> variables = File.ReadAllBytes(Path.Combine(Processes, id.ToString(CultureInfo.InvariantCulture), "environ"));
            foreach (Range one in variables.Split((byte)0))
            {
                if (variables[one].SequenceEqual(_mark))
                    return true;
            }

            return false;
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return false; // it has just exited, or another user owns it
        }
    }
}
