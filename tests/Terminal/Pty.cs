using System.Diagnostics;
using System.Globalization;
using Benchmarks.Cli;

namespace Tests.Terminal;

/// <summary>
/// Runs the program on a new terminal. <c>script</c> of util-linux opens the terminal and returns the output.
/// </summary>
internal static class Pty
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Skips the test if no terminal can be opened.</summary>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="set">Variables for the program, such as NO_COLOR=1.</param>
    /// <param name="args">The arguments, without blanks or quotes.</param>
    /// <returns>The exit code, and the whole output.</returns>
    public static async Task<(int Exit, string Written)> RunAsync(int columns, string set, params string[] args)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Script is not null, "util-linux's script opens the terminal, and there is none here.");
        string command = string.Create(
            CultureInfo.InvariantCulture,
            $"stty cols {columns} rows 40; exec env -u NO_COLOR TERM=xterm-256color {set} "
                + $"'{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}' "
                + $"'{typeof(Verbs).Assembly.Location}' {string.Join(' ', args)}");
        using Process process = Process.Start(new ProcessStartInfo(Script!, ["-qefc", command, "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            // Reads UTF-8, independent of the machine's language.
            using var reader = new StreamReader(process.StandardOutput.BaseStream);
            string written = await reader.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, written);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string? Script => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "script"))
        .FirstOrDefault(File.Exists);
}
