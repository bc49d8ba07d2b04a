using Benchmarks.Cli;
using Benchmarks.Errors;
using Benchmarks.Processes;
using Benchmarks.Reliability;
using Results.Records;

namespace Tests.Trials;

/// <summary>A part of `reliability` that is stopped in the middle of its work.</summary>
public sealed class StoppedPartTests
{
    [Theory]
    [InlineData(true, "part.json keeps what was seen")]
    [InlineData(false, "nothing of 'part' is kept")]
    public async Task What_it_saw_is_kept_if_it_vouches_for_it(bool keeps, string told)
    {
        using var scratch = new ScratchFolder();
        using var stop = new CancellationTokenSource();
        var layout = new RunLayout(scratch.Path);
        Task<IReadOnlyList<CheckRecord>> running = ReliabilityCommand.RunAsync(new Part(keeps), layout, stop.Token);
        await stop.CancelAsync();

        var interrupted = await Assert.ThrowsAsync<InterruptedException>(() => running);

        Assert.Contains(told, interrupted.Message, StringComparison.Ordinal);
        Assert.Equal(keeps ? ["seen"] : [], File.Exists(layout.PartJson("part")) ? CheckFile.Load(layout.PartJson("part")).Select(check => check.Name) : []);
    }

    private sealed class Part(bool keeps) : IReliabilityPart
    {
        public string Name => "part";

        public string Text => "waits until it is stopped";

        public bool KeepsWhatItSaw => keeps;

        public async Task<IReadOnlyList<CheckRecord>> RunAsync(CancellationToken stop)
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [new CheckRecord("seen", 1, "times", "= 0", Ok: false, "Run it again.")];
        }
    }
}
