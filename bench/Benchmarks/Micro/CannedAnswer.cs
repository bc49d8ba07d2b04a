using System.Net;

namespace Benchmarks.Micro;

/// <summary>A handler that responds at once, without a network, so that only the client's own work is measured.</summary>
/// <param name="body">The body of every response, as a stream, like from a network.</param>
internal sealed class CannedAnswer(byte[] body) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(HttpStatusCode.OK) { RequestMessage = request, Content = new StreamContent(new MemoryStream(body, writable: false)) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));
}
