using System.Net;

namespace Benchmarks.Micro;

/// <summary>A handler that answers at once, without a network: what remains is the client's own work.</summary>
/// <param name="body">Sent with every answer as a stream, as from a network.</param>
internal sealed class CannedAnswer(byte[] body) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(HttpStatusCode.OK) { RequestMessage = request, Content = new StreamContent(new MemoryStream(body, writable: false)) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));
}
