using Benchmarks.Measurement;

namespace Tests.House;

/// <summary>The source files that this build was made from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetDirectoryName(CheckoutFolder.Project)!;

    /// <summary>The C# files below a folder of the checkout, as paths from its root with forward slashes.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>The files below a folder that hold a text, each with the lines that do.</summary>
    public static IEnumerable<(string File, string Line)> Find(string folder, string text) =>
        from file in Sources(folder)
        from line in Lines(file)
        where line.Contains(text, StringComparison.Ordinal)
        select (file, line.Trim());
}
