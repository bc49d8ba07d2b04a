using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BenchGate.Processes;

/// <summary>
/// Ends this process half a second after its parent process, even if the parent was killed. Every process that the suite starts does this:
/// BenchmarkDotNet's processes, servers, launches of the gate and the lessons. bench loads this assembly for it, only if it is asked to.
/// </summary>
public static partial class ParentWatch
{
    /// <summary>
    /// The variable that tells a child which process to watch. A child gets it even if the suite's other variables are removed.
    /// </summary>
    internal const string Variable = "BENCH_PARENT";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Called by a host: the processes that it starts from now on watch it.</summary>
    public static void AnnounceHost() => Environment.SetEnvironmentVariable(Variable, Own);

    /// <summary>The same for one child.</summary>
    public static void AnnounceTo(ProcessStartInfo child) => child.Environment[Variable] = Own;

    private static string Own => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    // A module initializer, because the child's Main can be that of another program. It runs before any other code of this assembly.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } parent)
            Begin(parent);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Begin(string announced)
    {
        if (!int.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out int parent) || parent == Environment.ProcessId)
            return;
        // Not on the thread pool: its growth is measured, and a starved pool would not run this.
        new Thread(() => EndWith(parent), maxStackSize: 128 * 1024) { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static void EndWith(int parent)
    {
        if (OperatingSystem.IsWindows())
        {
            WaitOnWindows(parent);
        }
        else
        {
            // An orphaned process gets another parent at once, but the id of the dead parent may still exist as a zombie.
            bool direct = GetParent() == parent;
            using var never = new ManualResetEvent(initialState: false);
            while (direct ? GetParent() == parent : Kill(parent, 0) == 0)
                never.WaitOne(s_pause);
        }

        using var self = Process.GetCurrentProcess();
        self.Kill(); // nobody is left to read its output
    }

    private static void WaitOnWindows(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // it has already ended
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
