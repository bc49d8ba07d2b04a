using BenchGate.Errors;
using Benchmarks.Cli;

namespace Tests.Cli;

/// <summary>The result of a command line: the exit code and both streams.</summary>
internal sealed record Typed(int Exit, string Output, string Error)
{
    public static async Task<Typed> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exit = await Verbs.RunAsync(args, output, error);
        return new Typed(exit, output.ToString(), error.ToString());
    }

    /// <summary>Asserts that it was refused: exit code 2, one line that says why, and no other output.</summary>
    public void IsRefused(params string[] reasons) => IsOneLine("error: ", ExitCodes.Usage, reasons);

    /// <summary>
    /// Asserts that it began and failed, not because of a bug: exit code 1, one line that says why, and no other output.
    /// </summary>
    public void HasFailed(params string[] reasons) => IsOneLine("failed: ", ExitCodes.Failed, reasons);

    private void IsOneLine(string kind, int exit, string[] reasons)
    {
        Assert.Equal(("", exit), (Output, Exit));
        string line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(kind, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", line, StringComparison.Ordinal);
        Assert.All(reasons, reason => Assert.Contains(reason, line, StringComparison.Ordinal));
    }
}
