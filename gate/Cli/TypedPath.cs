using BenchGate.Errors;

namespace BenchGate.Cli;

/// <summary>Checks a path that the user typed.</summary>
internal static class TypedPath
{
    /// <summary>The full path of what was typed, or of <paramref name="usual"/> if nothing was typed.</summary>
    /// <exception cref="UsageException">It is not a valid path.</exception>
    public static string Full(string option, string? typed, string usual) => Path.GetFullPath(Of(option, typed, usual));

    /// <summary>The same for a folder, which need not exist.</summary>
    /// <exception cref="UsageException">It is not a valid path, or it is a file.</exception>
    public static string Folder(string option, string? typed, string usual) =>
        Full(option, typed, usual) is var folder && !File.Exists(folder)
            ? folder
            : throw new UsageException($"{option} is '{typed ?? usual}', which is a file; allowed is a folder, such as "
                + $"'{Path.GetDirectoryName(folder)}'.");

    /// <summary>The path as it was typed, or <paramref name="usual"/> if nothing was typed.</summary>
    /// <exception cref="UsageException">It is not a valid path.</exception>
    public static string Of(string option, string? typed, string usual) =>
        (typed ?? usual) is var path && path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? path
            : throw new UsageException($"{option} is '{path}'; allowed is the path of a file or folder.");
}
