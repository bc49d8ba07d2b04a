using System.Diagnostics;
using BenchGate.Builds;
using BenchGate.Processes;
using Tests.House;

namespace Tests.Docs;

/// <summary>A recipe of CONTRIBUTING, and a patch that follows it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Name">The patch's name, without <c>.patch</c>.</param>
internal sealed record Recipe(string Heading, string Name)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);
    private static readonly Page s_page = new(".github/CONTRIBUTING.md");

    public static IReadOnlyList<Recipe> All { get; } = [new("Add a kind of latency", "latency"), new("Add a column", "column")];

    public string Patch => Checkout.FullPath($"tests/Docs/Recipes/{Name}.patch");

    /// <summary>The files and folders that the recipe links, from the checkout's root.</summary>
    public IReadOnlyList<string> Named =>
        [.. s_page.LocalLinks(Heading).Select(link => Path.GetRelativePath("..", link).Replace('\\', '/'))];

    /// <summary>The files that the patch changes or adds.</summary>
    public IReadOnlyList<string> Touched =>
        [.. File.ReadAllLines(Patch)
            .Where(line => line.StartsWith("+++ b/", StringComparison.Ordinal))
            .Select(line => line["+++ b/".Length..])];

    /// <summary>A copy of the checkout with the patch in it, built, and a git repository of its own.</summary>
    public async Task<ScratchFolder> FollowAsync()
    {
        var copy = new ScratchFolder();
        SourceTree source = await SourceTree.OfWorkingTreeAsync(Checkout.Root, CancellationToken.None);
        await source.ExtractAsync(Checkout.Root, copy.Path, CancellationToken.None);
        await RunAsync(copy, "git", "init", "--quiet");
        await RunAsync(copy, "git", "apply", Patch);
        await RunAsync(copy, "git", "add", "--all");
        await RunAsync(copy, "dotnet", "build", "Benchmarks.sln", "-c", "Release", "-v", "quiet");
        return copy;
    }

    /// <summary>Runs the copy's tests of some namespaces; fails if one of them does.</summary>
    /// <param name="rewrite">Rewrites the golden files, and expects that their tests fail for it.</param>
    public static async Task TestAsync(ScratchFolder copy, bool rewrite, params string[] namespaces)
    {
        string wanted = string.Join('|', namespaces.Select(name => $"FullyQualifiedName~Tests.{name}."));
        string filter = $"Length!=Long&FullyQualifiedName!~{nameof(RecipeTests)}&({wanted})";
        ProcessStartInfo start = Start(copy, "dotnet", "test", "tests/Tests.csproj", "-c", "Release", "--no-build", "--filter", filter);
        if (rewrite)
            start.Environment["REWRITE_GOLDEN"] = "1";
        ChildProcess tests = await ChildProcess.RunAsync(start, s_limit, CancellationToken.None);
        Assert.True(tests.Exit == (rewrite ? 1 : 0), tests.Output + tests.Error);
    }

    public static async Task RunAsync(ScratchFolder copy, string program, params string[] arguments)
    {
        ChildProcess done = await ChildProcess.RunAsync(Start(copy, program, arguments), s_limit, CancellationToken.None);
        Assert.True(done.Exit == 0, $"{program} {string.Join(' ', arguments)}: {done.Output}{done.Error}");
    }

    private static ProcessStartInfo Start(ScratchFolder copy, string program, params string[] arguments) =>
        new(program, arguments) { WorkingDirectory = copy.Path };
}
