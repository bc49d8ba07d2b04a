using System.CommandLine;
using Benchmarks.Errors;
using Fixtures.Server;

namespace Benchmarks.Cli;

/// <summary><c>--server</c>: which host answers in the servers that a verb starts.</summary>
internal static class ServerOption
{
    public static Option<string> Create()
    {
        var server = new Option<string>("--server")
        {
            Description = "Which server answers: wiremock (WireMock.Net) or kestrel (bare Kestrel, which costs less); both behind the same emulation",
            DefaultValueFactory = _ => ServerHosts.Default,
        };
        server.AcceptOnlyFromAmong([.. ServerHosts.Kinds]);
        return server;
    }

    /// <returns>The kind that was typed, of <see cref="ServerHosts.Kinds"/>.</returns>
    /// <exception cref="UsageException">There is no such kind. The parser accepts <c>--help</c> as a value.</exception>
    public static string Of(ParseResult parsed, Option<string> server)
    {
        string kind = parsed.GetRequiredValue(server);
        return ServerHosts.Kinds.Contains(kind)
            ? kind
            : throw new UsageException($"--server is '{kind}'; allowed are {string.Join(", ", ServerHosts.Kinds)} (--help lists the options).");
    }
}
