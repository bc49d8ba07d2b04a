using System.Diagnostics;
using System.Text.Json;
using Benchmarks.Fetching;

namespace Benchmarks.Lessons;

/// <summary>Fetches pages at once and reads each to its end for one word, as every strategy does.</summary>
internal sealed class PagesToParse(FetchWork work)
{
    public static string NameOf(byte[] page) =>
        JsonSerializer.Deserialize(page, NamedJson.Default.Named)!.Name!;

    public Task<byte[][]> FetchAsync() =>
        Task.WhenAll(work.Requests.Select(request => work.Client.GetByteArrayAsync(request.Url)));

    public static string[] ParseOnOneThread(byte[][] pages) => [.. pages.Select(NameOf)];

    /// <summary>Each core parses all pages at the same time, so that no core has the machine alone.</summary>
    /// <returns>The names, and the average milliseconds of a core.</returns>
    public static (string[] Names, double Ms) ParseOnEveryCore(byte[][] pages)
    {
        string[][] names = new string[Environment.ProcessorCount][];
        double[] ms = new double[names.Length];
        Parallel.For(0, names.Length, core =>
        {
            long start = Stopwatch.GetTimestamp();
            names[core] = ParseOnOneThread(pages);
            ms[core] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return (names[0], ms.Average());
    }

    public static string[] ParseOnAllCores(byte[][] pages)
    {
        string[] names = new string[pages.Length];
        Parallel.For(0, pages.Length, i => names[i] = NameOf(pages[i]));
        return names;
    }

    public async Task<string[]> FetchThenParseAsync() => ParseOnAllCores(await FetchAsync());

    public Task<string[]> ParseAsTheyComeAsync() => Task.WhenAll(work.Requests.Select(async request =>
    {
        byte[] page = await work.Client.GetByteArrayAsync(request.Url);
        return NameOf(page);
    }));

    public async Task<string[]> OneAfterTheOtherAsync()
    {
        List<string> names = [];
        foreach (FetchRequest request in work.Requests)
            names.Add(NameOf(await work.Client.GetByteArrayAsync(request.Url)));
        return [.. names];
    }
}
