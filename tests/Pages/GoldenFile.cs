using System.Text;

namespace Tests.Pages;

/// <summary>
/// Compares a report with the file stored for its situation, byte by byte. Nothing is accepted by itself:
/// REWRITE_GOLDEN=1 rewrites the files, and the tests still fail until they are run again without it.
/// </summary>
internal static class GoldenFile
{
    public static void Check(string situation, string file, string actual)
    {
        string path = Path.Combine(Folder(), situation, file);
        if (Environment.GetEnvironmentVariable("REWRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            Assert.Fail($"{path} was rewritten; read its diff, then run again without REWRITE_GOLDEN");
        }

        Assert.True(File.Exists(path), $"{path} does not exist; REWRITE_GOLDEN=1 makes it");
        string expected = File.ReadAllText(path);
        if (expected != actual)
            Assert.Fail($"{path} differs: {FirstDifference(expected, actual)}");
    }

    public static string FirstDifference(string expected, string actual)
    {
        (string[] want, string[] got) = (expected.Split('\n'), actual.Split('\n'));
        int line =
            Enumerable.Range(0, Math.Max(want.Length, got.Length)).First(i => want.ElementAtOrDefault(i) != got.ElementAtOrDefault(i));
        return $"line {line + 1}\n  stored: {Show(want.ElementAtOrDefault(line))}\n  drawn:  {Show(got.ElementAtOrDefault(line))}";
    }

    private static string Show(string? line) => line is null ? "(end of file)" : line.Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Benchmarks.sln")))
                return Path.Combine(at.FullName, "tests", "Pages", "Golden");
        }

        throw new InvalidOperationException("the tests must run below the folder of Benchmarks.sln");
    }
}
