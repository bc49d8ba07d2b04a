using System.Diagnostics;
using System.Text.RegularExpressions;
using Benchmarks.Measurement;

namespace Benchmarks.Checks;

/// <summary>
/// A server in a process of its own, started with the suite's own <c>serve</c>: only so can its CPU time be told from the client's.
/// </summary>
public sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it speaks HTTP/1.1.</summary>
    public Uri Address { get; }

    /// <summary>CPU time used so far; on Linux in steps of 10 ms.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <exception cref="InvalidOperationException">It ended instead of printing its address.</exception>
    public static async Task<ServerProcess> StartAsync(string scenarioId, Profile profile)
    {
        // The muxer, not this process's own file: in a test run that is another program.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { typeof(ServerProcess).Assembly.Location, "serve", "--scenario", scenarioId, "--profile", profile.Id },
        };
        Process process = Process.Start(start)!;
        string first = await process.StandardOutput.ReadLineAsync() ?? "";
        if (AddressIn().Match(first) is { Success: true } found)
            return new ServerProcess(process, new Uri(found.Value));

        process.Kill();
        string said = (first + " " + await process.StandardError.ReadToEndAsync()).Trim();
        End(process);
        throw new InvalidOperationException($"The server's process did not say its address but '{said}'; try 'serve --scenario {scenarioId}' by hand.");
    }

    public void Dispose() => End(_process);

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    [GeneratedRegex(@"http://[^\s/]+/", RegexOptions.None, 1000)]
    private static partial Regex AddressIn();
}
