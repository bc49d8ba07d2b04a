using System.Text.RegularExpressions;
using Tests.House;

namespace Tests.Docs;

public partial class MachinePathTests
{
    private static readonly string[] s_notText = [".png", ".gz", ".zip"];

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        string[] found = [.. Checkout.Tracked()
            .Where(file => !s_notText.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .SelectMany(file => File.ReadLines(Checkout.FullPath(file))
                .Where(line => MachinePath().IsMatch(line))
                .Select(line => $"{file}: {line.Trim()}"))];
        Assert.Empty(found);
    }

    // Written with character classes of one letter, so that the test does not find this file.
    [GeneratedRegex(@"(?<![\w.}*])/[w]ork/|(?<![\w.}*])/[r]oot/|(?<![\w.}*])/[h]ome/|[A-Z]:\\[U]sers\\", RegexOptions.None, 60_000)]
    private static partial Regex MachinePath();
}
