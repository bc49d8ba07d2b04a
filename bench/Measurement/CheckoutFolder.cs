using BenchGate.Builds;
using BenchGate.Errors;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>The checkout that this build came from.</summary>
public static class CheckoutFolder
{
    // Lazy, because an exception in a static initialiser is a TypeInitializationException, here and at every later use.
    private static readonly Lazy<string> s_project = new(FindProject);

    /// <summary>
    /// The folder of Benchmarks.csproj. It is found from the assembly's folder, not from the current directory: BenchmarkDotNet builds what
    /// is in this folder, and could silently measure another checkout.
    /// </summary>
    /// <exception cref="UsageException">The build was moved out of its checkout.</exception>
    public static string Project => s_project.Value;

    /// <summary>The top folder of the suite's files.</summary>
    public static string Root => Path.GetDirectoryName(Project)!;

    /// <summary>The default folder for reports.</summary>
    public static string Results => Path.Combine(Root, "results");

    /// <summary>Full hash of the checked-out commit, and whether the work tree differs from it; nulls if git does not know.</summary>
    public static async Task<(string? Commit, bool? Dirty)> GitStateAsync(CancellationToken stop)
    {
        var git = new Git(Project);
        try
        {
            string? commit = await git.TryAsync(stop, "rev-parse", "HEAD");
            return (commit, commit is null ? null : await git.TryAsync(stop, "status", "--porcelain") is { Length: > 0 });
        }
        catch (UsageException)
        {
            return (null, null); // no git on this machine, or it does not respond
        }
    }

    /// <summary>
    /// Throws if the assembly's folder cannot be written. BenchmarkDotNet builds there, and would only report that each case never ran.
    /// </summary>
    /// <exception cref="UsageException">That folder cannot be written.</exception>
    public static void RequireWritable(string folder)
    {
        try
        {
            OutputFolder.Require(folder);
        }
        catch (RecordException refused)
        {
            throw new UsageException(
                $"{folder}: BenchmarkDotNet builds here, but this folder cannot be written ({refused.InnerException!.Message}); "
                + "use a writable clone, or measure in the suite's own process: --hosting in-process --inProcess.",
                refused);
        }
    }

    private static string FindProject()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Benchmarks.csproj")))
                return folder.FullName;
            // the output of the tests is next to bench/, not in it
            if (File.Exists(Path.Combine(folder.FullName, "bench", "Benchmarks.csproj")))
                return Path.Combine(folder.FullName, "bench");
        }

        throw new UsageException($"{AppContext.BaseDirectory}: no Benchmarks.csproj above this folder; run the suite from its checkout.");
    }
}
