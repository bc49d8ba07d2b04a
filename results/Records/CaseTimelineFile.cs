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
    /// <exception cref="RecordException">It is not a timeline, or has a time that cannot be.</exception>
    public static CaseTimeline Parse(string json, string origin)
    {
        CaseTimeline timeline =
            VersionedJson.Form<CaseTimeline>(json, origin, Remedy) ?? throw new RecordException($"{origin}: is empty; {Remedy}");
        for (int i = 0; i < timeline.Requests.Count; i++)
        {
            if (timeline.Requests[i] is not { } request || !Can(request.SentMs, request.FirstByteMs, request.EndMs, request.ArrivalMs,
                request.DepartureMs))
                throw new RecordException($"{origin}: $.requests[{i}]: must have times of at most 1E+12 ms; {Remedy}");
        }

        for (int i = 0; i < timeline.Connections.Count; i++)
        {
            if (timeline.Connections[i] is not { } connection || !Can(connection.OpenedMs, connection.ReadyMs))
                throw new RecordException($"{origin}: $.connections[{i}]: must have times of at most 1E+12 ms; {Remedy}");
        }

        return timeline;
    }

    // The two sides have two clocks, so a time of the server can be a little before the first request.
    private static bool Can(params ReadOnlySpan<double?> times)
    {
        foreach (double? ms in times)
        {
            if (ms is { } known && !(Math.Abs(known) <= RecordLimits.MostMs))
                return false;
        }

        return true;
    }

    [GeneratedRegex("[^A-Za-z0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}
