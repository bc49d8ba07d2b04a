using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>
/// Ends this process half a second after the one that started it, even if that was killed and could tell nobody.
/// Every process that the suite starts from this assembly watches: BenchmarkDotNet's children, servers, launches of the gate and the
/// lessons.
/// </summary>
public static partial class ParentWatch
{
    private const string ParentVariable = "BENCH_PARENT";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(400);

    /// <summary>The variable that tells a child whom to watch; it must pass where the suite's others are held back.</summary>
    internal static string Variable => ParentVariable;

    /// <summary>Called by a host: whatever it starts from now on watches it.</summary>
    public static void AnnounceHost() => Environment.SetEnvironmentVariable(ParentVariable, Own);

    /// <summary>The same for one child.</summary>
    public static void AnnounceTo(ProcessStartInfo child) => child.Environment[ParentVariable] = Own;

    private static string Own => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    // A module initializer, since BenchmarkDotNet writes the child's Main: this runs before the first line of ours.
    [ModuleInitializer]
    internal static void Begin()
    {
        // Nothing more here: at this moment it is not known yet whether the limit of open files lets anything be loaded.
        if (Environment.GetEnvironmentVariable(ParentVariable) is { Length: > 0 } parent)
            Begin(parent);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Begin(string announced)
    {
        if (!int.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out int parent) || parent == Environment.ProcessId)
            return;
        // Not on the pool: its growth is measured, and a starved pool would not watch.
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
            // Whoever is orphaned gets another parent at once, while the dead one's number may live on as a zombie.
            bool direct = GetParent() == parent;
            using var never = new ManualResetEvent(initialState: false);
            while (direct ? GetParent() == parent : Kill(parent, 0) == 0)
                never.WaitOne(s_pause);
        }

        using var self = Process.GetCurrentProcess();
        self.Kill(); // nobody is left who would read what it has to say
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
            // it has ended already
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
