using Benchmarks.Measurement;
using Results.Records;

namespace Benchmarks.Reliability;

/// <summary>The rows of one part of <c>reliability</c>, each with the build that measured it: parts on one page may be weeks and commits apart.</summary>
internal static class PartFile
{
    /// <exception cref="RecordException">It cannot be written; what stood there before is untouched.</exception>
    public static void Save(IReadOnlyList<CheckRecord> checks, string path)
    {
        var origin = new CheckOrigin(SourceHash.OfThisBuild, TimeProvider.System.GetUtcNow());
        CheckFile.Save([.. checks.Select(check => check with { Origin = origin })], path);
    }
}
