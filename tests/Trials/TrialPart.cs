using System.Text.Json;
using Results.Records;

namespace Tests.Trials;

/// <summary>
/// The results of one part of the long trials, and the tested build, because parts on one page may be from different commits.
/// </summary>
/// <param name="Source">The build's hash, as <see cref="SourceIdentity.SourceHash"/>.</param>
/// <param name="At">When it was saved, UTC.</param>
internal sealed record TrialPart(string Source, DateTimeOffset At, IReadOnlyList<CheckRecord> Checks)
{
    public void Save(string file) => AtomicFile.Write(file, JsonSerializer.Serialize(this, RecordJson.Options) + "\n");

    public static TrialPart Load(string file) => JsonSerializer.Deserialize<TrialPart>(File.ReadAllBytes(file), RecordJson.Options)!;
}
