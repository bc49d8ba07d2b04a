using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Server;
using Results.Records;

namespace Tests.Trials;

/// <summary>
/// The output folder of the long trials: NAME.json and NAME.log of each part, and the page of all parts in the folder.
/// </summary>
internal sealed class TrialFolder(string path)
{
    /// <param name="name">One of <see cref="ReliabilityPage.Headings"/>.</param>
    /// <param name="trial">Writes its progress into the log.</param>
    public async Task<IReadOnlyList<CheckRecord>> RunAsync(string name, Func<TextWriter, Task<IReadOnlyList<CheckRecord>>> trial)
    {
        Directory.CreateDirectory(path);
        await using StreamWriter log = File.CreateText(Path.Combine(path, name + ".log"));
        log.AutoFlush = true;
        IReadOnlyList<CheckRecord> checks = await trial(log);
        // Save both now, so that a failure of a later part loses nothing.
        new TrialPart(SourceHash.OfThisBuild, TimeProvider.System.GetUtcNow(), checks).Save(FileOf(name));
        using var clock = new LatencyClock();
        AtomicFile.Write(
            Path.Combine(path, "reliability.md"), ReliabilityPage.Render(HostDescription.Fingerprint(clock, ServerHosts.Default), Parts()));
        return checks;
    }

    private Dictionary<string, TrialPart> Parts() =>
        ReliabilityPage.Headings.Keys
            .Where(name => File.Exists(FileOf(name)))
            .ToDictionary(name => name, name => TrialPart.Load(FileOf(name)), StringComparer.Ordinal);

    private string FileOf(string name) => Path.Combine(path, name + ".json");
}
