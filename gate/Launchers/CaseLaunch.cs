using Results.Records;

namespace BenchGate.Launchers;

/// <summary>One case in one process.</summary>
/// <param name="Case">Its id.</param>
/// <param name="Launch">Its times and its allocated bytes.</param>
/// <param name="StillCompiling">Whether it probably measured code that was not optimised yet; see <see cref="UnoptimisedCode"/>.</param>
internal sealed record CaseLaunch(string Case, GateLaunch Launch, bool StillCompiling = false);
