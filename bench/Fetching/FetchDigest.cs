using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.Fetching;

/// <summary>A summary of what was fetched, for comparison. It contains nothing that differs between two correct runs.</summary>
/// <param name="Count">Number of responses.</param>
/// <param name="Bytes">Sum of the bodies' lengths.</param>
/// <param name="Hash">SHA-256 over index, status, name and failure of every response in order; lower-case hex.</param>
public sealed record FetchDigest(int Count, long Bytes, string Hash)
{
    private const string FailedMark = ", failed: ";

    /// <summary>The failures by kind, as <see cref="FailureCount.ToText"/> writes them; empty if there are none.</summary>
    public string Failed { get; init; } = "";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Count} replies, {Bytes} bytes, {Hash}{(Failed.Length == 0 ? "" : FailedMark + Failed)}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for any other text.</summary>
    public static FetchDigest? Parse(string? text) => text?.Split(FailedMark) is [var fetched, .. var failed]
        && fetched.Split(", ") is [var replies, var bytes, var hash]
        && int.TryParse(replies.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && long.TryParse(bytes.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long sum)
        ? new FetchDigest(count, sum, hash) { Failed = failed is [var kinds] ? kinds : "" }
        : null;

    public static FetchDigest Of(IReadOnlyList<FetchResult> results)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (FetchResult result in results)
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{result.Index} {result.Status} {result.Name}{MarkOf(result.Failure)}\n")));

        return new FetchDigest(results.Count, results.Sum(result => result.Bytes), Convert.ToHexStringLower(hash.GetHashAndReset()))
        {
            Failed = FailureCount.ToText(FailureCount.Of(results)),
        };
    }

    // The status is already part of the text.
    private static string MarkOf(FetchFailure failure) => failure is FetchFailure.None or FetchFailure.Status ? "" : $" {failure}";
}
