namespace Benchmarks.Gate.Plants;

/// <summary>Allocates a small object for each request, as a careless log line would.</summary>
internal sealed class AllocatingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private byte[] _last = [];

    public static HttpClient CreateClient() => new(new AllocatingHandler());

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _last, new byte[Plant.Bytes]);
        return base.Send(request, cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _last, new byte[Plant.Bytes]);
        return base.SendAsync(request, cancellationToken);
    }
}
