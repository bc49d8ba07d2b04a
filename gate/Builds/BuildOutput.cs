using System.Security.Cryptography;
using System.Text;

namespace BenchGate.Builds;

/// <summary>The files that a build left beside its program.</summary>
/// <param name="Hash">
/// Of every file that the program can read there: equal only if both are the same, byte for byte. Lower-case hex, 64 digits.
/// </param>
/// <param name="Files">How many they are.</param>
internal sealed record BuildOutput(string Hash, int Files)
{
    /// <summary>Reads them. Symbols and documentation are left out, because they do not change what runs.</summary>
    /// <param name="folder">The folder of the program, before anything ran there.</param>
    public static BuildOutput Of(string folder)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsRead).Order(StringComparer.Ordinal),
        ];
        IEnumerable<string> lines = files.Select(
            file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}\n");
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))), files.Length);
    }

    private static bool IsRead(string file) => Path.GetExtension(file) switch
    {
        ".pdb" => false,
        ".xml" => !File.Exists(Path.ChangeExtension(file, ".dll")),
        _ => true,
    };
}
