using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tests.House;

namespace Tests.Docs;

/// <summary>A page of documentation.</summary>
/// <param name="File">Relative to the checkout.</param>
internal sealed record Page(string File)
{
    /// <summary>The pages that contain commands.</summary>
    public static IReadOnlyList<Page> WithCommands { get; } =
    [
        new("README.md"),
        new(".github/CONTRIBUTING.md"),
        new("bench/README.md"),
        new("bench/Gate/README.md"),
        new("bench/Lessons/README.md"),
        new("gate/README.md"),
        new("fixtures/README.md"),
        new("results/README.md"),
    ];

    private MarkdownDocument Document => Markdown.Parse(System.IO.File.ReadAllText(Checkout.FullPath(File)));

    /// <summary>The lines of all fenced blocks with this language, without comments and empty lines.</summary>
    public IEnumerable<string> CommandLines() => Blocks("sh")
        .SelectMany(block => block.Split('\n'))
        .Select(line => line.Split(" #", 2)[0].Trim())
        .Where(line => line.Length > 0 && line[0] != '#');

    public IEnumerable<string> Blocks(string language) => Document.Descendants<FencedCodeBlock>()
        .Where(block => block.Info == language)
        .Select(block => block.Lines.ToString());

    /// <summary>The targets of its links into the repository, without the part after a #.</summary>
    public IEnumerable<string> LocalLinks() => LocalLinks(Document.Descendants<LinkInline>());

    /// <summary>The same of one section.</summary>
    public IEnumerable<string> LocalLinks(string heading) => LocalLinks(Document
        .SkipWhile(block => block is not HeadingBlock { Inline.FirstChild: LiteralInline text } || text.ToString() != heading)
        .Skip(1)
        .TakeWhile(block => block is not HeadingBlock)
        .SelectMany(block => block.Descendants<LinkInline>()));

    private static IEnumerable<string> LocalLinks(IEnumerable<LinkInline> links) => links
        .Select(link => link.Url!.Split('#')[0])
        .Where(url => url.Length > 0 && !url.Contains("://", StringComparison.Ordinal));
}
