using Results.Pages.Report;
using Tests.Cli;
using Tests.Measurement;
using Tests.Pages;

namespace Tests.Field;

/// <summary>What .NET itself would say of a bad value or a bad surrounding is replaced by one clear line.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class RawTextTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("0 to 2147483647", "gate", "--base", "HEAD", "--seed", "99999999999999999999")]
    [InlineData("0 to 2147483647", "gate", "--base", "HEAD", "--seed", "2147483648")]
    [InlineData("0 to 2147483647", "gate", "--base", "HEAD", "--seed", "-1")]
    [InlineData("0 to 2147483647", "gate", "--base", "HEAD", "--seed", "x")]
    [InlineData("a port up to 65534", "run", "--scenario", "baidu", "--server-url", "http://127.0.0.1:65535")]
    [InlineData("a port up to 65534", "measure", "--server", "baidu=http://127.0.0.1:65535")]
    [InlineData("a port up to 65534", "serve", "--scenario", "baidu", "--urls", "http://127.0.0.1:65535")]
    [InlineData("allowed is http://ADDRESS:PORT", "run", "--scenario", "baidu", "--server-url", "http://127.0.0.1:65536")]
    [InlineData("the path of a file or folder", "gate", "--base", "HEAD", "--output", "")]
    [InlineData("the path of a file or folder", "check", "--output", "")]
    [InlineData("the path of a file or folder", "lessons", "--output", "")]
    public async Task It_is_refused_in_plain_words(string reason, params string[] args) => (await Typed.RunAsync(args)).IsRefused(reason);

    [Fact]
    public async Task A_missing_folder_for_temporary_files_is_named()
    {
        string variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
        string? before = Environment.GetEnvironmentVariable(variable);
        try
        {
            Environment.SetEnvironmentVariable(variable, Path.Combine(Path.GetTempPath(), "does-not-exist"));
            (await Typed.RunAsync("measure", "--cases", "*Single*")).IsRefused("does-not-exist", variable);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    [Fact]
    public void A_file_gets_no_escape_sequence_also_on_a_CI_machine()
    {
        string? before = Environment.GetEnvironmentVariable("GITHUB_ACTIONS");
        try
        {
            Environment.SetEnvironmentVariable("GITHUB_ACTIONS", "true");
            using var output = new StringWriter();
            ConsoleReport.Write(Samples.Standard(), [], output, terminal: false);
            Assert.NotEmpty(output.ToString());
            Assert.DoesNotContain('\e', output.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("GITHUB_ACTIONS", before);
        }
    }

    [Fact]
    public async Task Help_is_not_wrapped_without_a_terminal()
    {
        Typed help = await Typed.RunAsync("gate", "--help");
        Assert.Contains(help.Output.Split('\n'), line => line.Length > 120);
        Assert.All(help.Output.Split('\n'), line => Assert.DoesNotContain('\e', line));
    }
}
