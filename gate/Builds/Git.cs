using System.ComponentModel;
using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Builds;

/// <summary>Runs git for one checkout.</summary>
/// <param name="folder">Any folder inside the checkout.</param>
/// <param name="index">Our own index file, so that the user's index does not change; null for the user's index, which is only read.</param>
internal sealed class Git(string folder, string? index = null)
{
    // Files of some gigabytes are read and written within this time.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <returns>The output of git, without the last line break; null if git failed.</returns>
    /// <exception cref="UsageException">git is not installed.</exception>
    public async Task<string?> TryAsync(CancellationToken stop, params string[] arguments) =>
        await RunAsync(arguments, stop) is { Exit: 0 } done ? done.Output.TrimEnd('\r', '\n') : null;

    /// <exception cref="UsageException">git is not installed, or it failed; the message contains git's message.</exception>
    public async Task<string> AskAsync(CancellationToken stop, params string[] arguments)
    {
        ChildProcess done = await RunAsync(arguments, stop);
        return done.Exit == 0
            ? done.Output.TrimEnd('\r', '\n')
            : throw new UsageException($"{folder}: git {arguments[0]} failed ({Reason(done)}); {Remedy(done.Error)}.");
    }

    /// <summary>git prints warnings first, for example about line ends.</summary>
    private static string Reason(ChildProcess failed) =>
        failed.Error.Split('\n').FirstOrDefault(
            line => line.StartsWith("fatal: ", StringComparison.Ordinal) || line.StartsWith("error: ", StringComparison.Ordinal))?.Trim()
            ?? failed.FirstLine;

    private static string Remedy(string error) => error switch
    {
        _ when error.Contains("dubious ownership", StringComparison.Ordinal) =>
            "another user owns it; run git config --global --add safe.directory and its path",
        _ when error.Contains("not a git repository", StringComparison.Ordinal) =>
            "the gate takes its base from git, so it must run in a clone",
        _ when NoSpace.IsSaidBy(error) => NoSpace.Remedy,
        _ => "run it yourself to see all of it",
    };

    private async Task<ChildProcess> RunAsync(string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder };
        if (index is not null)
            start.Environment["GIT_INDEX_FILE"] = index;
        start.Environment["LC_ALL"] = "C"; // git's messages are compared
        try
        {
            return await ChildProcess.RunAsync(start, s_limit, stop);
        }
        catch (Win32Exception) when (Directory.Exists(folder))
        {
            throw new UsageException("There is no git on the PATH, and the gate takes its base from git; install it.");
        }
        catch (TimeoutException slow)
        {
            throw new UsageException($"{folder}: git {arguments[0]} did not end: {slow.Message}; run it yourself.");
        }
    }
}
