using Benchmarks.Fetching;

namespace Tests.Strategies;

/// <summary>The caller cancels after the headers have arrived and before the body is read. On a busy machine that time is long.</summary>
public sealed class CancelledInTheMiddleTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_caller_gets_a_cancellation_and_the_connection_is_given_back(bool blocking)
    {
        using var stop = new CancellationTokenSource();
        using var body = new Body();
        using HttpClient client = FailuresAsAnswers.Of(new HttpClient(new HeadersThenCancelled(stop, body)), TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://nowhere/"));

        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => _ = blocking ? client.Send(request, stop.Token) : await client.SendAsync(request, stop.Token));

        Assert.Equal(stop.Token, thrown.CancellationToken);
        Assert.True(body.IsClosed);
    }

    private sealed class HeadersThenCancelled(CancellationTokenSource stop, Stream body) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            stop.Cancel();
            return new HttpResponseMessage { Content = new StreamContent(body) };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }

    /// <summary>A stream of a connection. Closing the body releases the connection.</summary>
    private sealed class Body : MemoryStream
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
