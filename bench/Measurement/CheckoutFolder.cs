using Benchmarks.Errors;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>The checkout that this build came from.</summary>
public static class CheckoutFolder
{
    /// <summary>
    /// The folder of Benchmarks.csproj. Found from where the assembly lies, not from the current directory:
    /// BenchmarkDotNet builds what it finds there, and would silently measure another checkout.
    /// </summary>
    /// <exception cref="UsageException">The build was moved out of its checkout.</exception>
    public static string Project { get; } = FindProject();

    /// <summary>The top of the suite's own files.</summary>
    public static string Root => Path.GetDirectoryName(Project)!;

    /// <summary>The folder below which reports are written by default.</summary>
    public static string Results => Path.Combine(Root, "results");

    /// <summary>Full hash of the checked-out commit, and whether the work tree differs from it; nulls where git cannot say.</summary>
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
            return (null, null); // no git on this machine, or one that does not answer
        }
    }

    /// <summary>
    /// BenchmarkDotNet builds its children below the assembly's folder, and would only say of each case that it never ran.
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
                $"{folder}: BenchmarkDotNet builds what it measures there, and it cannot be written ({refused.InnerException!.Message}); "
                + "take a clone that can be, or measure in the suite's own process: --hosting in-process --inProcess.",
                refused);
        }
    }

    private static string FindProject()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Benchmarks.csproj")))
                return folder.FullName;
            // a test's output lies beside bench/, not below it
            if (File.Exists(Path.Combine(folder.FullName, "bench", "Benchmarks.csproj")))
                return Path.Combine(folder.FullName, "bench");
        }

        throw new UsageException($"{AppContext.BaseDirectory}: no Benchmarks.csproj above this folder; run the suite from its checkout.");
    }
}
