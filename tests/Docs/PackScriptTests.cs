using System.Diagnostics;
using BenchGate.Processes;
using Tests.House;

namespace Tests.Docs;

/// <summary>The word <c>pack</c> of both scripts. A step of <c>.ci/run</c> packs with both.</summary>
public sealed class PackScriptTests
{
    private const string Refusal = "but it has no options; it writes into artifacts/packages";

    [Fact]
    public async Task It_refuses_what_follows_in_one_line()
    {
        var start = new ProcessStartInfo("bash", [Checkout.FullPath("run-bench.sh"), "pack", "--output"]);
        ChildProcess script = await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Equal((2, "", $"error: pack is followed by '--output', {Refusal}\n"), (script.Exit, script.Output, script.Error));
    }

    [Theory]
    [InlineData("run-bench.sh")]
    [InlineData("run-bench.ps1")]
    public void Both_scripts_explain_it_and_refuse_the_same(string script)
    {
        string text = Checkout.Text(script);
        string top = text.ReplaceLineEndings("\n").Split("\n\n")[0];
        Assert.Contains($"`./{script} pack` writes the package of bench-gate", top, StringComparison.Ordinal);
        Assert.Contains(Refusal, text, StringComparison.Ordinal);
    }
}
