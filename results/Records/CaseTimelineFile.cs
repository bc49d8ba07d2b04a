using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Results.Records;

/// <summary>Reads and writes a case's timeline as JSON.</summary>
public static partial class CaseTimelineFile
{
    /// <summary>A file name that any system takes and that no two cases share.</summary>
    public static string NameFor(string caseId, int launch)
    {
        var readable = Unsafe().Replace(caseId, "-").Trim('-');
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseId)))[..8];
        return $"{readable[..Math.Min(readable.Length, 100)]}-{digest}-{launch}.json";
    }

    /// <exception cref="RecordException">It cannot be written; what stood there before is untouched.</exception>
    public static void Save(CaseTimeline timeline, string path) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(timeline, RecordJson.Options));

    /// <exception cref="RecordException">It is missing or no timeline.</exception>
    public static CaseTimeline Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CaseTimeline>(File.ReadAllBytes(path), RecordJson.Options)
                ?? throw new RecordException($"{path}: is empty; measure again");
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: is no timeline ({e.Message}); measure again", e);
        }
    }

    [GeneratedRegex("[^A-Za-z0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}
