using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
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

    /// <summary>Sets the kind for all servers that this process starts.</summary>
    /// <exception cref="UsageException">There is no such kind.</exception>
    public static void Apply(string? kind) => SuiteEnvironment.ServerKind = kind is null || ServerHosts.Kinds.Contains(kind)
        ? kind ?? ServerHosts.Default
        // The parser accepts '--help' as a value, so the message mentions it.
        : throw new UsageException($"--server is '{kind}'; allowed are {string.Join(", ", ServerHosts.Kinds)} (--help lists the options).");
}
