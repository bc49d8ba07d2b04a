using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// A fixture server in its own process, so that its CPU time is separate from the client's, and nothing else uses its thread pool. It is
/// this suite, with the verb <c>serve</c>. It ends with this process, also if this process is killed.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_toStart = TimeSpan.FromSeconds(60); // full compilation on a busy machine
    private static readonly TimeSpan s_toEnd = TimeSpan.FromSeconds(20);
    private readonly Process _process;

    private ServerProcess(Process process, ServerAddresses addresses) => (_process, Addresses) = (process, addresses);

    public ServerAddresses Addresses { get; }

    /// <summary>CPU time that the server has used so far, all threads together.</summary>
    public TimeSpan CpuTime => Ask(() => ProcessCpu.Of(_process));

    /// <param name="scenario">A scenario's id, or the path of a scenario file.</param>
    /// <param name="profile">Scales the scenario.</param>
    /// <param name="kind">The kind of server, of <see cref="ServerHosts.Kinds"/>.</param>
    /// <exception cref="ExpectedFailureException">The server did not start; the message contains the server's message.</exception>
    public static Task<ServerProcess> StartAsync(string scenario, Profile profile, string kind)
    {
        ProcessStartInfo start = ThisSuite.Start(Verb(scenario, profile.Id, kind));
        if (profile.Thorough)
            CompileFully(start);
        return StartAsync(start);
    }

    /// <summary>The arguments that serve a scenario until the parent process ends.</summary>
    public static string[] Verb(string scenario, string profile, string kind) =>
        ["serve", "--scenario", scenario, "--profile", profile, "--server", kind, "--until-input-ends"];

    /// <param name="start">The program with <see cref="Verb"/>; output and error redirected.</param>
    /// <param name="patience">Time limit for its first line; 60 s by default.</param>
    /// <exception cref="ExpectedFailureException">The server did not start; the message contains the server's message.</exception>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, TimeSpan? patience = null)
    {
        start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience ?? s_toStart);
        string said = "";
        try
        {
            said = await process.StandardOutput.ReadLineAsync(limit.Token) ?? "";
            if (Url().Matches(said) is [var http1, var http2])
                return new ServerProcess(process, new ServerAddresses(new Uri(http1.Value), new Uri(http2.Value)));
            // the lines below are the stack trace of a bug
            said += (await process.StandardError.ReadToEndAsync(limit.Token)).Trim().Split('\n')[0];
        }
        catch (OperationCanceledException)
        {
            said += string.Create(CultureInfo.InvariantCulture, $"no more output within {(patience ?? s_toStart).TotalSeconds} s");
        }

        process.Kill();
        process.Dispose();
        throw new ExpectedFailureException(
            $"The server did not start: {said}; try '{string.Join(' ', start.ArgumentList.Skip(1))}' by hand.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // tells the server to stop
        using var patience = new CancellationTokenSource(s_toEnd);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The runtime throws InvalidOperationException if the process has exited.</summary>
    private static T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (InvalidOperationException ended)
        {
            throw new ExpectedFailureException($"The server ended while it was needed: {ended.Message}", ended);
        }
    }

    /// <summary>
    /// Makes the server compile each method once, fully, without tiered compilation. So the server is equally fast at the first operation
    /// and at the last. It starts about two seconds later.
    /// </summary>
    private static void CompileFully(ProcessStartInfo start)
    {
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_ReadyToRun"] = "0"; // otherwise precompiled code from packages would never be compiled again
    }

    [GeneratedRegex(@"http://[^\s]+", RegexOptions.None, 1000)]
    private static partial Regex Url();
}
