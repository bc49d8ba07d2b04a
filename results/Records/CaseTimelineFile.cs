using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Results.Records;

/// <summary>Reads and writes a case's timeline as JSON.</summary>
public static partial class CaseTimelineFile
{
    private const string Remedy = "measure again";

    /// <summary>A file name that is valid on any system and unique for each case.</summary>
    public static string NameFor(string caseId, string regime, int launch)
    {
        string readable = Unsafe().Replace(caseId, "-").Trim('-');
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseId)))[..8];
        return $"{readable[..Math.Min(readable.Length, 100)]}-{digest}-{regime.Split(' ')[0]}-{launch}.json";
    }

    /// <exception cref="NotWrittenException">It cannot be written; the old file is unchanged.</exception>
    public static void Save(CaseTimeline timeline, string path) =>
        AtomicFile.Write(path, ToJson(timeline));

    public static string ToJson(CaseTimeline timeline) => JsonSerializer.Serialize(timeline, RecordJson.Options);

    /// <exception cref="RecordException">It is missing or not a timeline.</exception>
    public static CaseTimeline Load(string path) => Parse(VersionedJson.Read(path, "timeline", Remedy), path);

    /// <param name="origin">Where the text comes from, for the error.</param>
    /// <exception cref="RecordException">It is not a timeline.</exception>
    public static CaseTimeline Parse(string json, string origin) =>
        VersionedJson.Form<CaseTimeline>(json, origin, Remedy) ?? throw new RecordException($"{origin}: is empty; {Remedy}");

    [GeneratedRegex("[^A-Za-z0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}
