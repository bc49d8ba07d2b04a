using Benchmarks.Errors;

namespace Benchmarks.Cli;

/// <summary>Where a server listens, as it is typed.</summary>
internal static class HttpAddress
{
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="text">Such as <c>http://127.0.0.1:5000</c>; null if the option is not there, and so is the address then.</param>
    /// <exception cref="UsageException">It is no address of plain HTTP.</exception>
    public static Uri? Parse(string option, string? text)
    {
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new UsageException($"{option} is '{text}'; allowed is http://ADDRESS:PORT.");
    }
}
