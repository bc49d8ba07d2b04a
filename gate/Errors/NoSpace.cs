namespace BenchGate.Errors;

/// <summary>A full disk. Compilers, git and the system say it in the same words.</summary>
internal static class NoSpace
{
    public const string Remedy = "make space, or set TMPDIR and XDG_CACHE_HOME to folders that have some";

    private static readonly string[] s_said = ["No space left on device", "There is not enough space on the disk"];

    public static bool IsSaidBy(string text) => s_said.Any(said => text.Contains(said, StringComparison.Ordinal));

    /// <summary>The message, with the remedy if it says so.</summary>
    public static string AddTo(string message) => IsSaidBy(message) ? $"{message.TrimEnd('.')}; {Remedy}" : message;
}
