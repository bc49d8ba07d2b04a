using Benchmarks.Reliability;
using Tests.Measurement;

namespace Tests.Reliability;

/// <summary>Bad command lines, seeded, in this process: what they choose stands in its environment, so no other test runs beside.</summary>
[Collection(SuiteEnvironmentScope.Collection)]
public sealed class FuzzCommandTests : IDisposable
{
    private readonly SuiteEnvironmentScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_command_line_is_refused()
    {
        var random = new Random(FuzzTests.Seed);
        for (int i = 0; i < 200; i++)
            Assert.Null(await FuzzCommands.TryAsync(FuzzCommands.Draw(random)));
    }
}
