using System.Runtime.CompilerServices;
using BenchGate.Errors;
using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Recording;
using Benchmarks.Serving;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Macro;

/// <summary>
/// The base class of all classes that fetch a scenario. It has the server's address, the shared client, and the check of every result
/// outside the timed region. A benchmark method is one line, and its attribute names the strategy.
/// </summary>
/// <param name="scenarioId">The scenario that is fetched.</param>
/// <param name="only">Fetch only the request with this number; null fetches all requests of the scenario.</param>
public abstract class MacroBenchmarks(string scenarioId, int? only = null)
{
    /// <summary>Category of the cases that the short profiles run, too.</summary>
    protected internal const string Standard = "standard";

    // Below the host's time limit for a new process, so that the child can report what happened.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private FixtureLink? _link;
    private PreGrownThreadPool? _pool;
    private FetchWork? _work;
    private FetchDigest _expected = null!;
    private ExpectedResults? _allowed; // needed only if a response is late
    private (int Count, string? Text) _mostFailed = (-1, null);
    private FetchResult[]? _fetched;
    private Task<FetchResult[]>? _fetching;
    private IFetchStrategy? _strategy;
    private WarmUp? _warmUp; // null after the first operation

    /// <summary>
    /// Set by who makes the object. BenchmarkDotNet makes it in a process of its own, which has them from its environment.
    /// </summary>
    internal SuiteSettings Settings
    {
        get => field ??= SettingsVariables.Read();
        set;
    }

    internal virtual string ScenarioId => scenarioId;

    /// <summary>The numbers of the requests of one operation.</summary>
    internal virtual IReadOnlyList<int> Numbers(Scenario scenario) => only is { } one ? [one] : [.. scenario.Requests.Numbers];

    [GlobalSetup]
    public async Task ConnectAsync()
    {
        ProcessPriority.MatchHost();
        NoProxy.Use();
        _link = await FixtureLink.OpenAsync(ScenarioId, Settings);
        IReadOnlyList<int> numbers = Numbers(_link.Scenario);
        // The known results were counted without faults.
        string work = SuiteSettings.WorkOf(ScenarioId, numbers.Count);
        _expected = Settings.KnownDigests.TryGetValue(work, out FetchDigest? known) && !_link.Scenario.CanFail
            ? known
            : ExpectedResults.Digest(_link.Scenario, numbers);
    }

    /// <exception cref="ExpectedFailureException">The operation fetched something else than the scenario defines.</exception>
    [IterationCleanup]
    public void Check()
    {
        if (_warmUp is { } warmUp)
        {
            _warmUp = null;
            warmUp.Check(Results());
            return;
        }

        FetchResult[] fetched = Results();
        var digest = FetchDigest.Of(fetched);
        if (digest != _expected && !IsOnlyLate(fetched))
            throw new ExpectedFailureException($"{_strategy?.Descriptor.Id} on '{ScenarioId}' fetched {digest}; expected {_expected}.");
        int failed = fetched.Count(one => one.Failure != FetchFailure.None);
        if (failed > _mostFailed.Count)
            _mostFailed = (failed, digest.Failed);
    }

    [GlobalCleanup]
    public async Task DisconnectAsync()
    {
        // The operation that is recorded for the report comes after the measured ones, so its pool is always warm.
        _pool ??= PreGrownThreadPool.For(_strategy!.Descriptor, _work!.Requests.Count);
        await LeaveReportAsync();
        _work!.Dispose();
        _pool.Dispose();
        await _link!.DisposeAsync();
    }

    /// <param name="method">The benchmark method that calls.</param>
    protected FetchResult[] Fetch([CallerMemberName] string method = "")
    {
        var strategy = (ISyncFetchStrategy)StrategyOf(method);
        FetchWork work = WorkOf(strategy);
        return _fetched = _warmUp is { } warmUp
            ? warmUp.Run(part => strategy.Fetch(part, CancellationToken.None))
            : strategy.Fetch(work, CancellationToken.None);
    }

    /// <param name="method">The benchmark method that calls.</param>
    protected Task<FetchResult[]> FetchAsync([CallerMemberName] string method = "") => FetchAsync(StrategyOf(method));

    protected Task<FetchResult[]> FetchAsync(IFetchStrategy strategy)
    {
        FetchWork work = WorkOf(strategy);
        return _fetching = _warmUp is { } warmUp
            ? Task.FromResult(warmUp.Run(part => Start(part).GetAwaiter().GetResult()))
            : Start(work);

        Task<FetchResult[]> Start(FetchWork what) => strategy.Descriptor.BlocksOthers
            ? strategy.FetchWithinAsync(what, s_patience)
            : strategy.FetchAsync(what, CancellationToken.None);
    }

    /// <summary>Set at the first operation. An object runs only one method.</summary>
    private IFetchStrategy StrategyOf(string method) => _strategy ??= StrategyAttribute.Of(GetType().GetMethod(method)!)!;

    /// <summary>Created at the first operation, because only the method knows its strategy. All later operations use it.</summary>
    private FetchWork WorkOf(IFetchStrategy strategy)
    {
        if (_work is not null)
            return _work;
        _strategy = strategy;
        IReadOnlyList<int> numbers = Numbers(_link!.Scenario);
        ThreadPoolLimit.Require(strategy.Descriptor, numbers.Count);
        _pool = Settings.ColdPool ? null : PreGrownThreadPool.For(strategy.Descriptor, numbers.Count);
        _work = FetchWork.For(strategy, _link.Addresses, _link.Scenario, numbers);
        _warmUp = Settings is { ColdPool: false, Profile.Thorough: true } ? WarmUp.Of(_link.Scenario, strategy.Descriptor, _work) : null;
        return _work;
    }

    /// <summary>
    /// Tells the host what was fetched and, unless the host has turned it off, records one more operation. Does nothing without a
    /// host.
    /// </summary>
    private async Task LeaveReportAsync()
    {
        if (Settings.ChildReports is not { } folder)
            return;
        CaseTimeline? timeline = Settings.TimesOnly
            ? null
            : await TimelineRecorder.RecordAsync(_link!.Addresses.Http1, _strategy!, _work!, Regimes.Warm);
        var report = new ChildReport(
            Environment.ProcessId, SourceHash.OfThisBuild, ProcessPriority.Current, _expected, timeline, _mostFailed.Text);
        report.Save(folder);
    }

    private bool IsOnlyLate(FetchResult[] fetched)
    {
        if (_link is not { Scenario: { ResponseLimit: not null } scenario } || _strategy is null)
            return false;
        _allowed ??= ExpectedResults.Of(scenario, Numbers(scenario));
        return _allowed.Allow(fetched, _strategy.Descriptor.Schedule);
    }

    private FetchResult[] Results() => _fetched ?? _fetching?.GetAwaiter().GetResult() ?? [];
}
