using BenchGate.Launchers;
using Results.Records;

namespace Tests.Measuring;

/// <summary>A side that measures nothing. It writes down which cases it was asked for.</summary>
/// <param name="asked">Gets a line for each launch.</param>
/// <param name="compiling">Launches that look as if their code was not optimised yet, from the first on.</param>
internal sealed class FakeSide(string name, double ns, List<string> asked, int compiling = 0, bool together = false, params string[] cases)
    : ILauncher
{
    private int _launches;

    public IReadOnlyList<string> Cases => cases;

    public bool TogetherOnly => together;

    /// <summary>The only case whose launches look like that; null for all.</summary>
    public string? CompilingCase { get; init; }

    public Task<IReadOnlyList<CaseLaunch>> LaunchAsync(IReadOnlyList<string> launched, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        asked.Add($"{name} {string.Join('+', launched)}");
        bool early = _launches++ < compiling;
        var launch = new GateLaunch([ns], 24);
        return Task.FromResult<IReadOnlyList<CaseLaunch>>(
            [.. launched.Select(one => new CaseLaunch(one, launch, early && (CompilingCase ?? one) == one))]);
    }
}
