using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>Each request gets a new thread, which is blocked until the response arrives, and then ends.</summary>
public sealed class ThreadPerRequest : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "thread-per-request",
        "A thread per request",
        "The code that fetches cannot be made asynchronous, and there are dozens of requests, not thousands.",
        Schedule.AllAtOnce)
    {
        Threads = ThreadUse.OnePerRequest,
    };

    // LongRunning makes a new thread, as new Thread(…) would, and brings its result or exception back.
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.WhenAll(work.Requests.Select((request, i) => Task.Factory.StartNew(
            () =>
            {
                using HttpRequestMessage message = request.ToMessage();
                using HttpResponseMessage response = work.Client.Send(message, cancellation);
                return FetchResult.Read(i, response);
            },
            cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
}
