using Tests.House;

namespace Tests.Docs;

public class DocLinkTests
{
    [Fact]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        Page[] pages = [.. Checkout.Tracked().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(file => new Page(file))];
        Assert.Contains(new Page("README.md"), pages);

        string[] dead =
        [
            .. pages.SelectMany(page => page.LocalLinks().Where(link => !Leads(page, link)).Select(link => $"{page.File}: {link}")),
        ];
        Assert.Empty(dead);
    }

    private static bool Leads(Page page, string link) =>
        Path.Exists(Path.Combine(Checkout.Root, Path.GetDirectoryName(page.File)!, Uri.UnescapeDataString(link)));
}
