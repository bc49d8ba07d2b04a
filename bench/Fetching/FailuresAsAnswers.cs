namespace Benchmarks.Fetching;

/// <summary>
/// What a careful caller puts around a client once, so that the code that fetches need not think of failures: each request has a time limit
/// for all of its answer, and one that fails hands back a <see cref="FailedResponse"/> instead of an exception.
/// A caller that cancels still gets the exception.
/// </summary>
internal sealed class FailuresAsAnswers : HttpMessageHandler
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;

    private FailuresAsAnswers(HttpClient client, TimeSpan timeout) => (_client, _timeout) = (client, timeout);

    /// <summary>A client that sends through <paramref name="client"/>, and disposes of it.</summary>
    /// <param name="client">Keeps its connections, default headers and version.</param>
    /// <param name="timeout">For a whole answer, headers and body.</param>
    public static HttpClient Of(HttpClient client, TimeSpan timeout) => new(new FailuresAsAnswers(client, timeout))
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = client.DefaultRequestVersion,
        DefaultVersionPolicy = client.DefaultVersionPolicy,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var attempt = new FetchAttempt(request, _timeout, cancellationToken);
        try
        {
            HttpResponseMessage response = await _client.SendAsync(attempt.Request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
            attempt.Body = new MemoryStream();
            attempt.Response = response;
            await response.Content.CopyToAsync(attempt.Body, attempt.Token).ConfigureAwait(false);
            return attempt.Answered();
        }
        catch (Exception thrown) when (attempt.IsFailure(thrown))
        {
            return attempt.Failed(thrown);
        }
        catch (Exception thrown) when (cancellationToken.IsCancellationRequested)
        {
            throw attempt.Cancelled(thrown);
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var attempt = new FetchAttempt(request, _timeout, cancellationToken);
        try
        {
            HttpResponseMessage response = _client.Send(attempt.Request, HttpCompletionOption.ResponseHeadersRead, attempt.Token);
            attempt.Body = new MemoryStream();
            attempt.Response = response;
            // A blocking read knows no token: only taking its connection away ends it.
            using (attempt.Token.Register(response.Dispose))
                response.Content.CopyTo(attempt.Body, context: null, attempt.Token);
            return attempt.Answered();
        }
        catch (Exception thrown) when (attempt.IsFailure(thrown))
        {
            return attempt.Failed(thrown);
        }
        catch (Exception thrown) when (cancellationToken.IsCancellationRequested)
        {
            throw attempt.Cancelled(thrown);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _client.Dispose();
        base.Dispose(disposing);
    }
}
