using System.Text.Json.Serialization;

namespace Results.Gate;

/// <summary>The gate's verdict on one case's time. There are no others; Inconclusive means that the measurement cannot tell.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Shown to be slower, by at least the threshold.</summary>
    Slower,

    /// <summary>The head does not have the case, or its launches gave no result.</summary>
    Missing,

    /// <summary>Something other than the code differs, or the measurement cannot be used.</summary>
    NotComparable,

    /// <summary>Neither a change nor its absence was shown.</summary>
    Inconclusive,

    /// <summary>Shown to be faster, by at least the threshold.</summary>
    Faster,

    /// <summary>Shown to lie within the threshold, both ways.</summary>
    Same,

    /// <summary>Only the head has it: nothing to compare with.</summary>
    New,
}
