using System.CommandLine;
using Benchmarks.Measurement;
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

    /// <summary>Puts the host into force for everything that this process starts.</summary>
    public static void Apply(string? kind) => SuiteEnvironment.ServerKind = kind ?? ServerHosts.Default;
}
