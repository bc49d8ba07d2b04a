using System.Text.Json.Serialization;
using Results.History;

namespace Results.Gate;

/// <summary>What counts as a change. The rules are fixed before the first launch and printed with every verdict.</summary>
public sealed record GateRules
{
    /// <summary>Smallest relative change of time that matters; above 0, 0.05 is 5 %.</summary>
    public double Threshold { get; init; } = 0.05;

    /// <summary>
    /// A change of one operation that is ignored, for a case that fetches a scenario; nanoseconds. To wake a timer costs 20 µs.
    /// </summary>
    public double NoiseFloorNs { get; init; } = 20_000;

    /// <summary>The same for a micro-benchmark; nanoseconds.</summary>
    public double MicroNoiseFloorNs { get; init; } = 1;

    /// <summary>The largest share of unchanged runs that may fail because of a time or an allocation: 1 in 200.</summary>
    public double Alpha { get; init; } = 0.005;

    /// <summary>
    /// The part of <see cref="Alpha"/> for allocations: just enough for 10 pairs with one sign, which chance gives in 1 of 1,024 runs.
    /// </summary>
    internal double AllocationAlpha => Alpha / 5;

    /// <summary>The part of <see cref="Alpha"/> for times.</summary>
    internal double TimeAlpha => Alpha - AllocationAlpha;

    /// <summary>Confidence of the printed interval, and of "Same": the whole interval lies within the threshold.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The probability with which the smallest visible effect is found.</summary>
    public double Power { get; init; } = 0.97;

    /// <summary>The smallest change of one case that matters, as a share: the threshold or the noise floor, whichever is larger.</summary>
    internal double MarginFor(bool micro, double baseNs) => Math.Max(Threshold, (micro ? MicroNoiseFloorNs : NoiseFloorNs) / baseNs);

    /// <summary>Share of allocated bytes that may differ, of one request; without a scenario, of one operation.</summary>
    public double AllocationShare { get; init; } = 0.005;

    /// <summary>Allocated bytes that may differ, whatever the share; of the same.</summary>
    public double AllocationBytes { get; init; } = 32;

    /// <summary>
    /// Whether every change of the allocated bytes counts; they are then compared in whole bytes, and without the two limits above. Absent
    /// from gate.json if false.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ExactAllocations { get; init; }

    /// <summary>Whether Inconclusive fails.</summary>
    public bool Strict { get; init; }

    /// <summary>Ids that <see cref="RenamesFile"/> retires, each with its new name or an empty text: these may be missing.</summary>
    public IReadOnlyDictionary<string, string> Retired { get; init; } = RetiredIds.None;

    /// <summary>
    /// The file that retires and renames ids, as messages name it. Null, and absent from gate.json, for that of this suite.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RenamesFile { get; init; }

    /// <summary>The same, never null.</summary>
    internal string Renames => RenamesFile ?? "results/HISTORY.md";
}
