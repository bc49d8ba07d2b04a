using System.ComponentModel;
using System.Diagnostics;
using Benchmarks.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Measurement;

/// <summary>Asks git about one checkout.</summary>
/// <param name="folder">Any folder inside of it.</param>
/// <param name="index">An index file of our own, so that the user's stays as it is; null for the user's, which is only read.</param>
internal sealed class Git(string folder, string? index = null)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <returns>What git printed, without the last line's end; null if it refused.</returns>
    /// <exception cref="UsageException">There is no git.</exception>
    public async Task<string?> TryAsync(CancellationToken stop, params string[] arguments) =>
        await RunAsync(arguments, stop) is { Exit: 0 } done ? done.Output.TrimEnd('\r', '\n') : null;

    /// <exception cref="UsageException">There is no git, or it refused; the message has its own words.</exception>
    public async Task<string> AskAsync(CancellationToken stop, params string[] arguments)
    {
        ChildProcess done = await RunAsync(arguments, stop);
        return done.Exit == 0
            ? done.Output.TrimEnd('\r', '\n')
            : throw new UsageException($"{folder}: git {arguments[0]} failed ({done.FirstLine}); the gate needs a git checkout to take its base from, or compare stored runs: gate --reference PATH.");
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
            throw new UsageException("There is no git on the PATH; the gate needs it to take its base from. Install it, or compare stored runs: gate --reference PATH.");
        }
        catch (TimeoutException slow)
        {
            throw new UsageException($"{folder}: git {arguments[0]} did not answer: {slow.Message}; try it by hand.");
        }
    }
}
