using System.ComponentModel;
using Results.Records;

namespace Benchmarks.Errors;

/// <summary>
/// Tells what a machine, a server or another program failed at from a bug of ours. One line tells the former: where in our code it came to
/// light says nothing to a person. What the runtime throws for files, sockets, processes and time limits is of that kind wherever it comes
/// from, so only our own failures need a type of their own.
/// </summary>
internal static class ExpectedFailure
{
    public static bool Is(Exception failure) => failure is ExpectedFailureException or NotWrittenException or HttpRequestException || IsOfTheSystem(failure) || IsTooLate(failure);

    /// <summary>A file, a socket or a program was refused. The message has the system's own words.</summary>
    public static bool IsOfTheSystem(Exception failure) => failure is IOException or UnauthorizedAccessException or Win32Exception;

    /// <summary>A client's patience ends as a cancellation that nobody asked for, around the time limit that it is.</summary>
    private static bool IsTooLate(Exception failure) => failure is TimeoutException or OperationCanceledException { InnerException: TimeoutException };
}
