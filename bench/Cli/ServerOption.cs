using System.CommandLine;
using BenchGate.Errors;
using Fixtures.Server;

namespace Benchmarks.Cli;

/// <summary><c>--server</c>: the kind of the servers that a verb starts.</summary>
internal static class ServerOption
{
    public static Option<string> Create()
    {
        var server = new Option<string>("--server")
        {
            Description = "Kind of server: wiremock (WireMock.Net) or kestrel (bare Kestrel, less overhead); both emulate the same delays",
            DefaultValueFactory = _ => ServerHosts.Default,
        };
        server.AcceptOnlyFromAmong([.. ServerHosts.Kinds]);
        return server;
    }

    /// <returns>The kind that was typed, of <see cref="ServerHosts.Kinds"/>.</returns>
    /// <exception cref="UsageException">There is no such kind.</exception>
    public static string Of(ParseResult parsed, Option<string> server)
    {
        string kind = parsed.GetRequiredValue(server);
        return ServerHosts.Kinds.Contains(kind)
            ? kind
            // The parser accepts '--help' as a value, so the message mentions it.
            : throw new UsageException(
                $"--server is '{kind}'; allowed are {string.Join(", ", ServerHosts.Kinds)} (--help lists the options).");
    }
}
