using BenchGate.Errors;
using Tests.Terminal;

namespace Tests.Cli;

/// <summary>
/// A run as a person sees it: one strategy of the smoke profile, measured in this process, so nothing is built. About four seconds.
/// </summary>
public sealed class RunOnTerminalTests
{
    private const int Columns = 80;

    [Fact]
    public async Task It_shows_what_runs_now_and_ends_with_the_result_and_the_table_with_bars()
    {
        string folder = Directory.CreateTempSubdirectory("terminal-run-").FullName;
        try
        {
            (int exit, string written) = await Pty.RunAsync(
                Columns,
                "NO_COLOR=1",
                "run",
                "--profile",
                "smoke",
                "--hosting",
                "in-process",
                "--inProcess",
                "--scenario",
                "pokeapi",
                "--strategies",
                "when-all",
                "--output",
                folder);

            Assert.Equal(ExitCodes.Ok, exit);
            Assert.DoesNotMatch(Rendering.Color, written);
            string[] lines = Rendering.Drawn(written);
            Assert.All(
                lines.Where(line => !line.Contains(folder, StringComparison.Ordinal)), line => Assert.True(line.Length <= Columns, line));
            Assert.Contains(lines, line => line.Contains('░', StringComparison.Ordinal)); // the bar of the time left was visible
            Assert.Contains(lines, line => line.StartsWith("Checking the instrument", StringComparison.Ordinal));

            string[] screen = Screen.After(written, width: 300);
            Assert.DoesNotContain(screen, line => line.Contains('░', StringComparison.Ordinal)); // and is removed
            Assert.Single(screen, line => line.StartsWith("[1/1] ", StringComparison.Ordinal) && line.EndsWith('s'));
            Assert.Single(
                screen, line => line.StartsWith("when-all ", StringComparison.Ordinal) && line.Contains('█', StringComparison.Ordinal));
            Assert.Contains(screen, line => line.EndsWith("report.html", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
