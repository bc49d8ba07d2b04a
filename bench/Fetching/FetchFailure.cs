using System.Globalization;
using Fixtures.Model;

namespace Benchmarks.Fetching;

/// <summary>Why a request brought no good answer, as far as a client can tell.</summary>
public enum FetchFailure
{
    /// <summary>It brought one.</summary>
    None,

    /// <summary>The other side tore the connection down.</summary>
    ConnectionReset,

    /// <summary>The connection was closed before the first byte of an answer.</summary>
    EmptyReply,

    /// <summary>The connection was closed in the middle of the body.</summary>
    BodyCutShort,

    /// <summary>The body's framing could not be read.</summary>
    MalformedChunk,

    /// <summary>The time limit passed before the first byte of the body.</summary>
    Stall,

    /// <summary>An answer with a status of no success.</summary>
    Status,

    /// <summary>The time limit passed within the body.</summary>
    SlowDrip,

    /// <summary>Anything else, such as a connection that was refused.</summary>
    Other,
}

/// <summary>The failures' names: those of the faults that cause them.</summary>
public static class FetchFailures
{
    /// <summary>What a client reports of a fault that it does not endure.</summary>
    public static FetchFailure Of(FaultKind fault) => Enum.Parse<FetchFailure>(fault.ToString());

    /// <summary>In kebab-case; a status with its number: <c>status-503</c>.</summary>
    public static string NameOf(FetchResult result) => result.Failure switch
    {
        FetchFailure.Status => string.Create(CultureInfo.InvariantCulture, $"status-{result.Status}"),
        FetchFailure.Other => "other",
        _ => FaultKinds.NameOf(Enum.Parse<FaultKind>(result.Failure.ToString())),
    };
}
