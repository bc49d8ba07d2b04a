namespace Results.Pages.Gate;

/// <summary>The paths of a gate's outputs in its folder.</summary>
/// <param name="Folder">The gate's own folder, such as results/latest-gate.</param>
public sealed record GateLayout(string Folder)
{
    /// <summary>The raw launches; the gate can be judged again from them.</summary>
    public string RunJson => Path.Combine(Folder, "gate-run.json");

    public string Markdown => Path.Combine(Folder, "gate.md");

    /// <summary>The picture that <see cref="Markdown"/> shows; written only if a case was compared.</summary>
    public string Picture => Path.Combine(Folder, "gate.svg");

    public string Json => Path.Combine(Folder, "gate.json");

    /// <summary>A comment for a pull request, at most 60,000 characters; its first line is the same in every one.</summary>
    public string Comment => Path.Combine(Folder, "gate-comment.md");

    /// <summary>A test case for each benchmark, for CI systems that show JUnit's form.</summary>
    public string JUnit => Path.Combine(Folder, "gate.junit.xml");

    /// <summary>The custom form of github-action-benchmark: smaller is better.</summary>
    public string GitHubActionBenchmark => Path.Combine(Folder, "github-action-benchmark.json");

    /// <summary>Bencher's metric format.</summary>
    public string Bencher => Path.Combine(Folder, "bencher.json");

    /// <summary>All files that contain a verdict.</summary>
    public IEnumerable<string> Pages => [Markdown, Picture, Json, Comment, JUnit, GitHubActionBenchmark, Bencher];
}
