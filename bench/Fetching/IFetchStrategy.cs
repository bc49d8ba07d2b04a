namespace Benchmarks.Fetching;

/// <summary>A way to fetch many pages. People read its code to learn, so it looks as in a real program.</summary>
public interface IFetchStrategy
{
    /// <summary>The name of the strategy and what it promises.</summary>
    StrategyDescriptor Descriptor { get; }

    /// <summary>
    /// Creates the client that all requests share. Default: a plain client, with HTTP/1.1 and any number of connections.
    /// </summary>
    HttpClient CreateClient() => new();

    /// <summary>Sends every request of <paramref name="work"/> once and reads every body to its end.</summary>
    /// <returns>One result for each request, in the order of the requests.</returns>
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
