using Results.Records;

namespace Benchmarks.Cli;

/// <summary>A page of a verb with <c>--publish</c>: always in latest/, and in published/ too if that was asked for.</summary>
internal static class PublishedPage
{
    /// <param name="results">The folder that holds latest and published.</param>
    /// <param name="name">The page's file name.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="RecordException">One cannot be written; what stood there before is untouched.</exception>
    public static IReadOnlyList<string> Write(string results, string name, string page, bool publish)
    {
        List<string> files = [Path.Combine(RunLayout.Latest(results).Folder, name)];
        if (publish)
            files.Add(Path.Combine(results, "published", name));
        files.ForEach(file => AtomicFile.Write(file, page));
        return files;
    }
}
