using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Scenarios;

namespace Benchmarks.Macro;

/// <summary>
/// What all classes that fetch a scenario share: the server's address, the kept client, and the check of every result
/// outside the timed region. A benchmark method is one line; it is named after its strategy's id.
/// </summary>
/// <param name="scenarioId">The scenario that is fetched.</param>
/// <param name="only">Fetch just the request of this number; null fetches the scenario's plan.</param>
public abstract class MacroBenchmarks(string scenarioId, int? only = null)
{
    private FixtureLink? _link;
    private FetchWork _work = null!;
    private FetchDigest _expected = null!;
    private FetchResult[]? _fetched;
    private Task<FetchResult[]>? _fetching;
    private IFetchStrategy? _strategy;

    internal virtual string ScenarioId => scenarioId;

    /// <summary>The numbers of the requests of one operation.</summary>
    internal virtual IReadOnlyList<int> Numbers(Scenario scenario) => only is { } one ? [one] : [.. scenario.Requests.Numbers];

    // Not asynchronous: in process, BenchmarkDotNet 0.14.0 drops a setup's or cleanup's task instead of awaiting it.
    [GlobalSetup]
    public void Connect() => ConnectAsync().GetAwaiter().GetResult();

    /// <exception cref="InvalidOperationException">The operation brought back something else than the scenario holds.</exception>
    [IterationCleanup]
    public void Check()
    {
        FetchDigest digest = FetchDigest.Of(Results());
        if (digest != _expected)
            throw new InvalidOperationException($"{_strategy?.Descriptor.Id} on '{ScenarioId}' fetched {digest}; expected {_expected}.");
    }

    [GlobalCleanup]
    public void Disconnect() => DisconnectAsync().GetAwaiter().GetResult();

    private async Task ConnectAsync()
    {
        ProcessPriority.MatchHost();
        HttpClient.DefaultProxy = new System.Net.WebProxy(); // the server is on this machine, whatever the environment says
        _link = await FixtureLink.OpenAsync(ScenarioId);
        IReadOnlyList<int> numbers = Numbers(_link.Scenario);
        _work = new FetchWork(KeptClient.Create(), [.. numbers.Select(_link.UrlOf)]);
        _expected = ExpectedResults.Digest(_link.Scenario, numbers);
    }

    private async Task DisconnectAsync()
    {
        await LaunchNote.LeaveAsync(_link!, _strategy!, _work, _expected);
        _work.Client.Dispose();
        await _link!.DisposeAsync();
    }

    protected FetchResult[] Fetch<T>()
        where T : ISyncFetchStrategy, new()
    {
        _strategy = One<T>.Strategy;
        return _fetched = One<T>.Strategy.Fetch(_work, CancellationToken.None);
    }

    protected Task<FetchResult[]> FetchAsync<T>()
        where T : IFetchStrategy, new() => FetchAsync(One<T>.Strategy);

    protected Task<FetchResult[]> FetchAsync(IFetchStrategy strategy)
    {
        _strategy = strategy;
        return _fetching = strategy.FetchAsync(_work, CancellationToken.None);
    }

    private FetchResult[] Results() => _fetched ?? _fetching?.GetAwaiter().GetResult() ?? [];

    private static class One<T>
        where T : new()
    {
        public static readonly T Strategy = new();
    }
}
