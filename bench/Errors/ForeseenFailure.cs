using System.ComponentModel;
using System.Net.Sockets;
using System.Text.Json;

namespace Benchmarks.Errors;

/// <summary>
/// What a server that ends or hangs, a program that cannot be started, or a busy machine makes of a measurement. One line tells it: where in our code it
/// came to light says nothing to a person.
/// </summary>
internal static class ForeseenFailure
{
    public static bool Is(Exception failure) => failure is InvalidOperationException or HttpRequestException or OperationCanceledException or TimeoutException
        or JsonException or IOException or UnauthorizedAccessException or Win32Exception or SocketException;
}
