using System.Globalization;
using Fixtures.Model;

namespace Benchmarks.Fetching;

/// <summary>Why a request returned no good response, as far as a client can see.</summary>
public enum FetchFailure
{
    /// <summary>The response is good.</summary>
    None,

    /// <summary>The server reset the connection.</summary>
    ConnectionReset,

    /// <summary>The connection was closed before the first byte of a response.</summary>
    EmptyReply,

    /// <summary>The connection was closed in the middle of the body.</summary>
    BodyCutShort,

    /// <summary>The framing of the body is invalid.</summary>
    MalformedChunk,

    /// <summary>The time limit passed before the first byte of the body.</summary>
    Stall,

    /// <summary>A response whose status is not a success.</summary>
    Status,

    /// <summary>The time limit passed while the body was arriving.</summary>
    SlowDrip,

    /// <summary>Anything else, such as a connection that was refused.</summary>
    Other,
}

/// <summary>Names of the failures. They are the names of the faults that cause them.</summary>
public static class FetchFailures
{
    /// <summary>The failure that a client reports for a fault, unless the fault ends within the time limit.</summary>
    public static FetchFailure Of(FaultKind fault) => Enum.Parse<FetchFailure>(fault.ToString());

    /// <summary>The name in kebab-case; a status includes its number: <c>status-503</c>.</summary>
    public static string NameOf(FetchResult result) => result.Failure switch
    {
        FetchFailure.Status => string.Create(CultureInfo.InvariantCulture, $"status-{result.Status}"),
        FetchFailure.Other => "other",
        _ => FaultKinds.NameOf(Enum.Parse<FaultKind>(result.Failure.ToString())),
    };
}
