using System.Security.Cryptography;
using System.Text;

namespace BenchGate.Builds;

/// <summary>The files that a build left beside its program.</summary>
/// <param name="Hash">
/// Of every file that the program can read there: equal only if both are the same, byte for byte, but for the path of their own source.
/// Lower-case hex, 64 digits.
/// </param>
/// <param name="Files">How many they are.</param>
internal sealed record BuildOutput(string Hash, int Files)
{
    /// <summary>Reads them. Symbols and documentation are left out, because they do not change what runs.</summary>
    /// <param name="folder">The folder of the program, before anything ran there.</param>
    /// <param name="root">The folder of the source.</param>
    public static BuildOutput Of(string folder, string root)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsRead).Order(StringComparer.Ordinal),
        ];
        IEnumerable<string> lines = files.Select(
            file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(Content(file, root)))}\n");
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))), files.Length);
    }

    /// <summary>
    /// Without the path of the source, which differs from side to side. Tools write it into a file beside the program: that of
    /// Microsoft.NET.Test.Sdk maps sources for coverage, in UTF-16.
    /// </summary>
    private static byte[] Content(string file, string root)
    {
        string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(file)); // one character a byte
        foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
            bytes = bytes.Replace(Encoding.Latin1.GetString(encoding.GetBytes(root)), "", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(bytes);
    }

    private static bool IsRead(string file) => Path.GetExtension(file) switch
    {
        ".pdb" => false,
        ".xml" => !File.Exists(Path.ChangeExtension(file, ".dll")),
        _ => true,
    };
}
