using System.CommandLine;
using Benchmarks.Errors;
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
    /// <exception cref="UsageException">There is no such host.</exception>
    public static void Apply(string? kind) => SuiteEnvironment.ServerKind = kind is null || ServerHosts.Kinds.Contains(kind)
        ? kind ?? ServerHosts.Default
        : throw new UsageException($"--server is '{kind}'; allowed are {string.Join(", ", ServerHosts.Kinds)} (--help lists the options)."); // '--help' as its value is not judged by the parser
}
