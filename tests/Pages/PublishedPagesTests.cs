using Benchmarks.Measurement;
using Results.History;
using Results.Pages;
using Results.Records;

namespace Tests.Pages;

/// <summary>
/// What is published is what its record draws: a page that nobody drew again after its code had changed shows old faults. About a second
/// each.
/// </summary>
public sealed class PublishedPagesTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("published-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Theory]
    [InlineData("standard")]
    [InlineData("article")]
    [InlineData("strategies")]
    public void They_are_drawn_the_same_again(string name)
    {
        string published = Path.Combine(CheckoutFolder.Results, "published", name);
        foreach (string file in Directory.EnumerateFiles(published, "*.json", SearchOption.AllDirectories))
        {
            string to = Path.Combine(_copy.FullName, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        RunPages.Write(
            RunRecordFile.Load(Path.Combine(_copy.FullName, "run.json")),
            _copy.FullName,
            RetiredIds.Read(Path.Combine(CheckoutFolder.Results, "HISTORY.md")));

        Assert.Equal(Files(published), Files(_copy.FullName));
        Assert.All(Files(_copy.FullName), file => Assert.True(
            File.ReadAllBytes(Path.Combine(published, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_copy.FullName, file))),
            $"{file} is old: ./run-bench.sh report results/published/{name}/run.json, then .ci/readme-table"));
    }

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal)];
}
