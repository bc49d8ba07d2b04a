using System.Net.Sockets;
using Fixtures.Server.Faults;

namespace Benchmarks.Fetching;

/// <summary>One request with its time limit, and its result.</summary>
internal sealed class FetchAttempt : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _limit;

    public FetchAttempt(HttpRequestMessage request, TimeSpan timeout, CancellationToken caller)
    {
        _caller = caller;
        _limit = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _limit.CancelAfter(timeout);
        Request = Copy(request);
    }

    /// <summary>A copy of the caller's message: a message can be sent only once, and the caller's client has marked it as sent.</summary>
    public HttpRequestMessage Request { get; }

    /// <summary>Cancelled by the caller or by the time limit.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Set when the headers have arrived.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The part of the body that has arrived.</summary>
    public MemoryStream? Body { get; set; }

    /// <summary>True for a failure of the network or a timeout, false if the caller cancelled.</summary>
    public bool IsFailure(Exception thrown) =>
        !_caller.IsCancellationRequested
            && (thrown is HttpRequestException or IOException or OperationCanceledException || _limit.IsCancellationRequested);

    /// <summary>The response with its whole body.</summary>
    public HttpResponseMessage Answered()
    {
        HttpContent onTheWire = Response!.Content;
        Body!.Position = 0;
        var whole = new StreamContent(Body);
        foreach ((string name, IEnumerable<string> values) in onTheWire.Headers)
            whole.Headers.TryAddWithoutValidation(name, values);
        Response.Content = whole;
        onTheWire.Dispose();
        return Response;
    }

    /// <summary>Releases the connection and returns the failure.</summary>
    public FailedResponse Failed(Exception thrown)
    {
        Response?.Dispose();
        return new FailedResponse(_limit.IsCancellationRequested ? TimedOut : KindOf(thrown), Request);
    }

    /// <summary>
    /// Releases the connection, and returns a cancellation for any exception: reading the body of a disposed response throws only
    /// ObjectDisposedException.
    /// </summary>
    public OperationCanceledException Cancelled(Exception thrown)
    {
        Response?.Dispose();
        return new OperationCanceledException(thrown.Message, thrown, _caller);
    }

    public void Dispose() => _limit.Dispose();

    private FetchFailure TimedOut => Body is { Length: > 0 } ? FetchFailure.SlowDrip : FetchFailure.Stall;

    private FetchFailure KindOf(Exception thrown)
    {
        IEnumerable<Exception> chain = Chain(thrown);
        if (chain.OfType<HttpProtocolException>().FirstOrDefault() is { } http2)
            return KindOf(http2.ErrorCode);
        if (chain.OfType<SocketException>().Any(socket => socket.SocketErrorCode == SocketError.ConnectionReset))
            return FetchFailure.ConnectionReset;
        return chain.OfType<HttpIOException>().FirstOrDefault()?.HttpRequestError switch
        {
            HttpRequestError.ResponseEnded => Response is null ? FetchFailure.EmptyReply : FetchFailure.BodyCutShort,
            HttpRequestError.InvalidResponse => FetchFailure.MalformedChunk,
            _ => FetchFailure.Other,
        };
    }

    /// <summary>Uses only the error code, because a stream can be reset before its headers are read.</summary>
    private static FetchFailure KindOf(long http2Code) => http2Code switch
    {
        Http2Reset.ProtocolError => FetchFailure.MalformedChunk,
        Http2Reset.InternalError => FetchFailure.BodyCutShort,
        Http2Reset.Cancel => FetchFailure.EmptyReply,
        Http2Reset.ConnectError => FetchFailure.ConnectionReset,
        _ => FetchFailure.Other,
    };

    private static IEnumerable<Exception> Chain(Exception thrown)
    {
        for (Exception? one = thrown; one is not null; one = one.InnerException)
            yield return one;
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = request.Content,
        };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }
}

/// <summary>Replaces a response that did not arrive, and says why.</summary>
internal sealed class FailedResponse : HttpResponseMessage
{
    public FailedResponse(FetchFailure failure, HttpRequestMessage request)
        : base((System.Net.HttpStatusCode)0) => (Failure, RequestMessage) = (failure, request);

    public FetchFailure Failure { get; }
}
