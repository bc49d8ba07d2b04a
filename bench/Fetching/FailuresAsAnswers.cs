namespace Benchmarks.Fetching;

/// <summary>
/// A handler around a client that handles failures, so that the code that fetches does not have to: each request has a time limit for its
/// whole response, and a request that fails returns a <see cref="FailedResponse"/> instead of throwing.
/// If the caller cancels, the exception is still thrown.
/// </summary>
internal sealed class FailuresAsAnswers : HttpMessageHandler
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;

    private FailuresAsAnswers(HttpClient client, TimeSpan timeout) => (_client, _timeout) = (client, timeout);

    /// <summary>Creates a client that sends through <paramref name="client"/>, and disposes it.</summary>
    /// <param name="client">Its connections, default headers and version are used.</param>
    /// <param name="timeout">Time limit for a whole response, headers and body.</param>
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
            HttpResponseMessage response =
                await _client.SendAsync(attempt.Request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
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
            // A blocking read ignores the token, so only disposing the response ends it.
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
