namespace BenchGate.Launchers;

/// <summary>What to do about the usual reasons why BenchmarkDotNet measures nothing.</summary>
internal static class Remedy
{
    private static readonly (string Part, string Todo)[] s_known =
    [
        ("more than one matching project file", "give one of the projects another name, or delete the copy"),
        ("non-optimized", "build it optimised in the configuration Release: <Optimize>true</Optimize>"),
        ("will not be executed", "add a job whose runtime this machine has"),
    ];

    /// <param name="reason">In BenchmarkDotNet's words.</param>
    /// <returns>The reason, with a remedy if there is one.</returns>
    public static string AddTo(string reason) =>
        s_known.FirstOrDefault(one => reason.Contains(one.Part, StringComparison.OrdinalIgnoreCase)).Todo is { } todo
            ? $"{reason.TrimEnd('.')}; {todo}."
            : reason;
}
