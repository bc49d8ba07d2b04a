using System.Net;
using BenchGate.Errors;

namespace Benchmarks.Cli;

/// <summary>Parses the address of a server, as the user typed it.</summary>
internal static class HttpAddress
{
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="text">Such as <c>http://127.0.0.1:5000</c>; null if the option was not typed. Then the result is null, too.</param>
    /// <exception cref="UsageException">The text is not an http:// address.</exception>
    public static Uri? Parse(string option, string? text)
    {
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp && url.Port < IPEndPoint.MaxPort
            ? url
            : throw new UsageException($"{option} is '{text}'; allowed is http://ADDRESS:PORT with a port up to {IPEndPoint.MaxPort - 1}, "
                + "because HTTP/2 uses the next port.");
    }
}
