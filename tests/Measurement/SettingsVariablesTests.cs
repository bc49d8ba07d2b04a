using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Server;

namespace Tests.Measurement;

[Collection(ProcessStateScope.Collection)]
public sealed class SettingsVariablesTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    private static SuiteSettings Full { get; } = new()
    {
        Profile = Profile.Article,
        Server = "kestrel",
        Addresses = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal)
        {
            ["baidu"] = new(new Uri("http://127.0.0.1:5000"), new Uri("http://127.0.0.1:5001")),
        },
        Scenarios = ["baidu", "pokeapi"],
        Strategies = ["when-all"],
        ChildReports = "/reports",
        TimesOnly = true,
        ColdPool = true,
        KnownDigests = new Dictionary<string, FetchDigest>(StringComparer.Ordinal)
        {
            [SuiteSettings.WorkOf("baidu", 200)] = new(200, 476_200, "ab"),
        },
    };

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Without_a_parent_it_is_the_standard_profile_and_a_server_of_ones_own()
    {
        SuiteSettings read = SettingsVariables.Read();

        Assert.Same(Profile.Standard, read.Profile);
        Assert.Equal(ServerHosts.WireMock, read.Server);
        Assert.Equivalent(new SuiteSettings(), read, strict: true);
    }

    [Fact]
    public void What_a_run_decides_reaches_the_processes_that_benchmark_dot_net_starts()
    {
        SettingsVariables.WriteHere(Full);
        Assert.Equivalent(Full, SettingsVariables.Read(), strict: true);

        SettingsVariables.WriteHere(new SuiteSettings());
        Assert.Equivalent(new SuiteSettings(), SettingsVariables.Read(), strict: true);
    }

    [Fact]
    public void A_child_gets_the_same_variables_and_loses_those_that_it_inherits()
    {
        SettingsVariables.WriteHere(Full);
        var inherited = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [SettingsVariables.KnownDigests] = "{}",
            ["PATH"] = "/bin",
        };

        SettingsVariables.Write(new SuiteSettings { Profile = Profile.Smoke }, inherited);

        Assert.Equal(["BENCH_PROFILE", "BENCH_SERVER", "PATH"], inherited.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Profile.Smoke.Id, inherited["BENCH_PROFILE"]);
    }

    [Fact]
    public void Each_property_travels() => Assert.All(
        typeof(SuiteSettings).GetProperties().Where(property => property.CanWrite),
        property => Assert.NotEqual(property.GetValue(new SuiteSettings()), property.GetValue(Full)));

    [Fact]
    public void The_profile_scales_delays_and_number_of_requests()
    {
        Assert.Equal((20, 1.1, 0.56), Figures(Profile.Smoke, "baidu"));
        Assert.Equal((200, 55, 28), Figures(Profile.Article, "baidu"));
        Assert.Equal((150, 57.3, 0), Figures(Profile.Article, "pokeapi"));

        static (int Requests, double LatencyMs, double ConnectMs) Figures(Profile profile, string id)
        {
            Fixtures.Model.Scenario scenario = new SuiteSettings { Profile = profile }.ScaledScenario(id);
            return (scenario.Requests.Count, scenario.OfferedLatency(1).TotalMilliseconds, scenario.ConnectDelay.TotalMilliseconds);
        }
    }
}
