using System.ComponentModel;
using Results.Records;

namespace BenchGate.Errors;

/// <summary>
/// Distinguishes a failure of the machine, a server or another program from a bug of the suite. Such a failure is printed in one line,
/// because its stack trace does not help the user. All exceptions of the runtime for files, sockets, processes and time limits are such
/// failures. Only our own failures need an exception type.
/// </summary>
internal static class ExpectedFailure
{
    public static bool Is(Exception failure) =>
        failure is ExpectedFailureException or NotWrittenException or HttpRequestException || IsOfTheSystem(failure) || IsTooLate(failure);

    /// <summary>
    /// Whether such a failure is the cause. A strategy can throw any exception, and often with another one around the cause. If it is a bug
    /// of the strategy, its author needs the stack trace.
    /// </summary>
    public static bool IsCauseOf(Exception thrown) => Is(thrown) || Is(thrown.GetBaseException());

    /// <summary>The system refused a file, a socket or a program. The message is the system's.</summary>
    public static bool IsOfTheSystem(Exception failure) => failure is IOException or UnauthorizedAccessException or Win32Exception;

    /// <summary>HttpClient reports its timeout as an OperationCanceledException with a TimeoutException inside.</summary>
    private static bool IsTooLate(Exception failure) =>
        failure is TimeoutException or OperationCanceledException { InnerException: TimeoutException };
}
