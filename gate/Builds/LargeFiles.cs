namespace BenchGate.Builds;

/// <summary>
/// Files that git keeps elsewhere (https://git-lfs.com). Without its program, a checkout has a few lines in place of each.
/// </summary>
internal static class LargeFiles
{
    private const string Rule = "filter=lfs", FirstLine = "version https://git-lfs.github.com/spec/";
    private const int Longest = 1024;

    /// <summary>The files of a checkout that are such lines, from its top, in order.</summary>
    public static IReadOnlyList<string> AbsentIn(string folder) => UsesThem(folder)
        ? [.. Files(folder, "*").Where(IsAbsent).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)]
        : [];

    private static bool UsesThem(string folder) =>
        Files(folder, ".gitattributes").Any(file => File.ReadAllText(file).Contains(Rule, StringComparison.Ordinal));

    private static bool IsAbsent(string file) =>
        new FileInfo(file) is { Length: <= Longest, LinkTarget: null }
            && File.ReadLines(file).FirstOrDefault()?.StartsWith(FirstLine, StringComparison.Ordinal) == true;

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(
        folder, pattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
}
