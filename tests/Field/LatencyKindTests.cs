using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;
using Tests.ScenarioFiles;
using Tests.Server;

namespace Tests.Field;

/// <summary>Latencies as people have them: percentiles of a dashboard, a capped tail, a mean with a deviation, measured times.</summary>
public sealed class LatencyKindTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Percentiles_are_those_of_many_requests()
    {
        Scenario scenario = Load("""{ "kind": "percentiles", "p50Ms": 200, "p99Ms": 800 }""");
        double[] drawn = Drawn(scenario, 20_000);

        Assert.InRange(drawn[10_000], 196, 204);
        Assert.InRange(drawn[19_800], 740, 860);
        Assert.Equal("percentiles 50% 200 ms, 99% 800 ms, at most 60000 ms", ScenarioDescription.Of(scenario)["latency"]);
    }

    [Fact]
    public void Equal_percentiles_are_a_fixed_latency() =>
        Assert.All(Drawn(Load("""{ "kind": "percentiles", "p50Ms": 200, "p99Ms": 200 }"""), 100), ms => Assert.Equal(200, ms));

    [Theory]
    [InlineData("""{ "kind": "percentiles", "p50Ms": 200, "p99Ms": 800, "maxMs": 900 }""")]
    [InlineData("""{ "kind": "lognormal", "medianMs": 200, "sigma": 2, "maxMs": 900 }""")]
    [InlineData("""{ "kind": "normal", "meanMs": 200, "sdMs": 800, "maxMs": 900 }""")]
    public void A_tail_has_the_cap_that_the_file_says_and_scales_with_it(string latency)
    {
        Scenario scenario = Load(latency);

        Assert.Equal(900, Drawn(scenario, 20_000)[^1]);
        Assert.Equal(90, Drawn(scenario.Scaled(0.1, 1), 20_000)[^1]);
        Assert.EndsWith("at most 900 ms", ScenarioDescription.Of(scenario)["latency"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_normal_latency_is_never_negative_and_has_its_mean()
    {
        double[] drawn = Drawn(Load("""{ "kind": "normal", "meanMs": 100, "sdMs": 20 }"""), 20_000);
        Assert.InRange(drawn.Average(), 99, 101);
        Assert.InRange(drawn.Count(ms => ms is > 80 and < 120) / 20_000.0, 0.67, 0.70);

        double[] wide = Drawn(Load("""{ "kind": "normal", "meanMs": 10, "sdMs": 100 }"""), 20_000);
        Assert.Equal(0, wide[0]);
        Assert.InRange(wide.Count(ms => ms == 0) / 20_000.0, 0.44, 0.48); // Φ(-0.1) = 0.46
    }

    [Theory]
    [InlineData("30\n10\n20\n")]
    [InlineData("30\r\n10\r\n20")]
    [InlineData("\uFEFF30\n 10 \n2e1\n")]
    public void Measured_times_are_drawn_from_a_file_beside_the_scenario(string csv)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "times"));
        _folder.Write("times/production.csv", csv);
        Scenario scenario = Load("""{ "kind": "empirical", "file": "times/production.csv" }""");

        double[] drawn = Drawn(scenario, 3_000);
        Assert.Equal([10, 20, 30], drawn.Distinct());
        Assert.All(drawn.CountBy(ms => ms), one => Assert.InRange(one.Value, 900, 1_100));
        Assert.Equal([1, 2, 3], Drawn(scenario.Scaled(0.1, 1), 3_000).Distinct());
    }

    [Fact]
    public void Other_times_are_another_scenario()
    {
        string[] hashes =
        [
            .. ((string[])["10\n20\n30", "20\n10\n30", "10\n21\n30"]).Select(csv =>
            {
                _folder.Write("times.csv", csv);
                return ScenarioDescription.ContentHash(Load("""{ "kind": "empirical", "file": "times.csv" }"""));
            }),
        ];
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Theory]
    [InlineData("10\nabc\n", "line 2: found \"abc\"")]
    [InlineData("ms\n10\n", "line 1: found \"ms\"")]
    [InlineData("10\n\n20\n", "line 2: found \"\"")]
    [InlineData("10,20\n", "line 1: found \"10,20\"")]
    [InlineData("1\n2\n-1\n", "line 3: found \"-1\"")]
    [InlineData("60001\n", "line 1: found \"60001\"")]
    [InlineData("NaN\n", "line 1: found \"NaN\"")]
    [InlineData("1\n\u001b[2J\n", "line 2: found \"\\u001B[2J\"")]
    [InlineData("", "line 1: found \"\"")]
    public void A_bad_line_is_named_with_its_number(string csv, string expected)
    {
        string file = _folder.Write("times.csv", csv);
        ScenarioException error = Assert.Throws<ScenarioException>(() => Load("""{ "kind": "empirical", "file": "times.csv" }"""));

        Assert.Equal($"{file}: {expected}; allowed: a number from 0 to 60,000 (milliseconds) and nothing else", error.Message);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void The_number_of_lines_is_bounded(int lines, bool allowed)
    {
        _folder.Write("times.csv", string.Concat(Enumerable.Repeat("1\n", lines)));
        Exception? error = Record.Exception(() => Load("""{ "kind": "empirical", "file": "times.csv" }"""));

        Assert.Equal(allowed ? null : "100001 lines", (error as ScenarioException)?.Found);
        Assert.Equal(allowed, error is null);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => Load("""{ "kind": "empirical", "file": "none.csv" }"""));
        Assert.Equal(Path.Combine(_folder.Path, "none.csv"), error.File);
    }

    /// <summary>What the server waits is what the model draws, for each new kind.</summary>
    [Theory]
    [InlineData(ServerHosts.WireMock)]
    [InlineData(ServerHosts.Kestrel)]
    public async Task A_server_waits_as_drawn(string host)
    {
        _folder.Write("times.csv", "3\n4\n");
        string[] latencies =
        [
            """{ "kind": "percentiles", "p50Ms": 2, "p99Ms": 8 }""",
            """{ "kind": "normal", "meanMs": 2, "sdMs": 1 }""",
            """{ "kind": "empirical", "file": "times.csv" }""",
        ];
        foreach (string latency in latencies)
        {
            var clock = new RecordingClock();
            Scenario scenario = Load(latency);
            await using Served served = await Served.StartAsync(scenario, clock, host);
            Task<HttpResponseMessage> answer = served.GetAsync("/items/7");
            await clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));
            clock.Manual.Advance(TimeSpan.FromSeconds(1));
            using HttpResponseMessage response = await answer;
            Assert.Equal([scenario.OfferedLatency(7)], clock.Asked);
        }
    }

    /// <summary>The latencies of so many requests, in rising order, in milliseconds.</summary>
    private static double[] Drawn(Scenario scenario, int requests) =>
        [.. Enumerable.Range(1, requests).Select(number => scenario.OfferedLatency(number).TotalMilliseconds).Order()];

    private Scenario Load(string latency) => ScenarioFile.Load(_folder.Write("latencies.json", $$"""
        {
          "requests": { "path": "/items/{n}", "count": 10 },
          "payload": { "kind": "json", "bytes": 200 },
          "latency": {{latency}}
        }
        """));
}
