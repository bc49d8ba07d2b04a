using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>
/// Checks whether this process may open enough files and sockets. Each loaded assembly is an open file: if the limit is too low, the
/// runtime starts and then fails somewhere with a stack trace. So this loads no assembly, and writes to standard error with a system call.
/// </summary>
internal static unsafe partial class OpenFiles
{
    /// <summary>Measured: serving and measuring a fan-out of a few requests fails below about 200.</summary>
    public const int Least = 300;

    private const int OpenFilesResource = 7; // RLIMIT_NOFILE
    private const int StandardError = 2;

    /// <summary>True if the limit is too low; then it has printed one line. Linux only: false on other systems.</summary>
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
