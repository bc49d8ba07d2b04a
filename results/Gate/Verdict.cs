using System.Text.Json.Serialization;

namespace Results.Gate;

/// <summary>What the gate says of one case's time; closed, and "cannot tell" is part of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Shown to be slower, by at least the threshold.</summary>
    Slower,

    /// <summary>The case, or its launches, are lost on the head's side.</summary>
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
