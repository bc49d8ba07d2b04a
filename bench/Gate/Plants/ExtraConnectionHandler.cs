namespace Benchmarks.Gate.Plants;

/// <summary>Sends the first request through a pool of its own, as a second client beside the shared one would: one connection more.</summary>
internal sealed class ExtraConnectionHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly HttpMessageInvoker _other = new(new SocketsHttpHandler());
    private int _requests;

    public static HttpClient CreateClient() => new(new ExtraConnectionHandler());

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsFirst() ? _other.Send(request, cancellationToken) : base.Send(request, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsFirst() ? _other.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _other.Dispose();
        base.Dispose(disposing);
    }

    private bool IsFirst() => Interlocked.Increment(ref _requests) == 1;
}
