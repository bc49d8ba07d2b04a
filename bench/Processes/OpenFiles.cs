using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>
/// Whether this process may open as many files and sockets as it takes to do anything at all. Each assembly that is loaded is one: with
/// fewer, the runtime starts and then dies at some place with a stack trace. So this loads nothing, and writes to standard error by itself.
/// </summary>
internal static unsafe partial class OpenFiles
{
    /// <summary>Measured: serving and measuring a fan-out of a few requests fails below some 200.</summary>
    public const int Least = 300;

    private const int OpenFilesResource = 7; // RLIMIT_NOFILE
    private const int StandardError = 2;

    /// <summary>True if there are too few, which it has then said in one line. Linux only: elsewhere it is never so.</summary>
    public static bool AreTooFew() => OperatingSystem.IsLinux() && IsBelow(Least);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsBelow(int least)
    {
        ResourceLimit limit;
        if (GetLimit(OpenFilesResource, &limit) != 0 || limit.Current >= (ulong)least)
            return false;
        Say("error: this process may open "u8);
        Say((int)limit.Current);
        Say(" files and sockets at once, and the suite needs "u8);
        Say(least);
        Say(": type 'ulimit -n 1024', or raise 'hard nofile' in /etc/security/limits.conf if that is refused.\n"u8);
        return true;
    }

    private static void Say(int number)
    {
        Span<byte> digits = stackalloc byte[10];
        int at = digits.Length;
        do
        {
            digits[--at] = (byte)('0' + (number % 10));
            number /= 10;
        }
        while (number > 0);
        Say(digits[at..]);
    }

    private static void Say(ReadOnlySpan<byte> text)
    {
        fixed (byte* first = text)
            _ = Write(StandardError, first, text.Length);
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, ResourceLimit* limit);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* text, nint length);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Current;
        public ulong Most;
    }
}
