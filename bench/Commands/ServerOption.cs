using System.CommandLine;
using Benchmarks.Measurement;
using Fixtures.Server;

namespace Benchmarks.Commands;

/// <summary><c>--server</c>: which host answers in the servers that a verb starts.</summary>
internal static class ServerOption
{
    public static Option<string> Create()
    {
        var server = new Option<string>("--server") { Description = "Which server answers: embedded (bare Kestrel, the default) or wiremock (WireMock.Net behind the same emulation; run-bench fetches its package)" };
        server.AcceptOnlyFromAmong([.. ServerHosts.Kinds]);
        return server;
    }

    /// <param name="kind">As typed; null leaves the one in force.</param>
    /// <exception cref="ArgumentException">This build does not have it.</exception>
    public static void Apply(string? kind)
    {
        if (kind is null)
            return;
        ServerHosts.Require(kind);
        SuiteEnvironment.ServerKind = kind;
    }
}
