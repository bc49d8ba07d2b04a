using System.Net.Sockets;
using Fixtures.Server.Faults;

namespace Benchmarks.Fetching;

/// <summary>One request with its time limit, and what became of it.</summary>
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

    /// <summary>A message can be sent only once, and the caller's own client has marked it as sent.</summary>
    public HttpRequestMessage Request { get; }

    /// <summary>Cancelled by the caller or by the time limit.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Once the headers are there.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>What has come of the body.</summary>
    public MemoryStream? Body { get; set; }

    /// <summary>True for everything that the network can do, false for what the caller wanted.</summary>
    public bool IsFailure(Exception thrown) =>
        !_caller.IsCancellationRequested && (thrown is HttpRequestException or IOException or OperationCanceledException || _limit.IsCancellationRequested);

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

    /// <summary>Gives the connection back and says what happened.</summary>
    public FailedResponse Failed(Exception thrown)
    {
        Response?.Dispose();
        return new FailedResponse(_limit.IsCancellationRequested ? TimedOut : KindOf(thrown), Request);
    }

    /// <summary>
    /// Gives the connection back, and says so whatever was thrown: a response that was closed before its body was read says only that it is
    /// closed.
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

    /// <summary>By the code alone: a stream that was reset need not show its headers first.</summary>
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
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy, Content = request.Content };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }
}

/// <summary>Stands where an answer should be, and says why there is none.</summary>
internal sealed class FailedResponse : HttpResponseMessage
{
    public FailedResponse(FetchFailure failure, HttpRequestMessage request)
        : base((System.Net.HttpStatusCode)0) => (Failure, RequestMessage) = (failure, request);

    public FetchFailure Failure { get; }
}
