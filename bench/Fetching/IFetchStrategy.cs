namespace Benchmarks.Fetching;

/// <summary>A way of fetching many pages. Its code is the lesson: it reads as a person would write it.</summary>
public interface IFetchStrategy
{
    /// <summary>What the strategy is called and what it promises.</summary>
    StrategyDescriptor Descriptor { get; }

    /// <summary>
    /// The client that its requests share; unless the strategy says otherwise, a plain one: HTTP/1.1, as many connections as it takes.
    /// </summary>
    HttpClient CreateClient() => new();

    /// <summary>Makes every request of <paramref name="work"/> once and reads every body to its end.</summary>
    /// <returns>One result a request, in the order of the requests.</returns>
    Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation);
}

/// <summary>A strategy that blocks the calling thread until everything is fetched.</summary>
public interface ISyncFetchStrategy : IFetchStrategy
{
    /// <inheritdoc cref="IFetchStrategy.FetchAsync"/>
    FetchResult[] Fetch(FetchWork work, CancellationToken cancellation);

    Task<FetchResult[]> IFetchStrategy.FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.FromResult(Fetch(work, cancellation));
}
