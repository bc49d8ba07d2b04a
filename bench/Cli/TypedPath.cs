using Benchmarks.Errors;

namespace Benchmarks.Cli;

/// <summary>A path as it is typed.</summary>
internal static class TypedPath
{
    /// <summary>The full path, or that of <paramref name="usual"/> where nothing was typed.</summary>
    /// <exception cref="UsageException">No file can be called so.</exception>
    public static string Full(string option, string? typed, string usual) => Path.GetFullPath(Of(option, typed, usual));

    /// <summary>The same as it was typed.</summary>
    /// <exception cref="UsageException">No file can be called so.</exception>
    public static string Of(string option, string? typed, string usual) => (typed ?? usual) is var path && path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
        ? path
        : throw new UsageException($"{option} is '{path}'; allowed is the path of a file or folder.");
}
