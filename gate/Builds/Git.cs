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
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

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
            : throw new UsageException($"{folder}: git {arguments[0]} failed ({done.FirstLine}); "
                + "the gate needs a git checkout for its base. "
                + "Without git, compare stored runs: gate --reference PATH.");
    }

    private async Task<ChildProcess> RunAsync(string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder };
        if (index is not null)
            start.Environment["GIT_INDEX_FILE"] = index;
        try
        {
            return await ChildProcess.RunAsync(start, s_limit, stop);
        }
        catch (Win32Exception)
        {
            throw new UsageException("There is no git on the PATH, and the gate needs git for its base; "
                + "install it, or compare stored runs: gate --reference PATH.");
        }
        catch (TimeoutException slow)
        {
            throw new UsageException($"{folder}: git {arguments[0]} did not end: {slow.Message}; run it yourself.");
        }
    }
}
