using Benchmarks.Lessons;
using Benchmarks.Measurement;
using Fixtures.Server;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Results.Records;

namespace Tests.Lessons;

/// <summary>A lesson's page says what its code does: the code on it is compiled, its figures were measured.</summary>
public sealed class LessonPageTests
{
    public static TheoryData<int> Numbers => [.. LessonCatalog.All.Select(lesson => lesson.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_page_begins_with_the_lessons_title_and_question(int number)
    {
        ILesson lesson = LessonCatalog.Find(number);
        Assert.StartsWith($"# {number}. {lesson.Title}\n\n> {lesson.Question}\n", Text(lesson), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_page_has_every_part(int number)
    {
        MarkdownDocument page = Parse(number);
        string[] headings =
        [
            .. page
                .Descendants<HeadingBlock>()
                .Where(heading => heading.Level == 2)
                .Select(heading => heading.Inline!.FirstChild!.ToString()!),
        ];
        Assert.Equal(["Prediction", "Code", "Measured", "Picture", "Take home", "Read on"], headings);
        Assert.True(Blocks(page, "mermaid").Any() || page.Descendants<LinkInline>().Any(link => link.IsImage), "no picture");
        Assert.Contains(
            page.Descendants<LinkInline>(), link => link.Url!.StartsWith("https://learn.microsoft.com/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_code_on_a_page_is_code_that_is_compiled(int number)
    {
        string folder = Path.GetDirectoryName(LessonPage.FileOf(LessonCatalog.Find(number)))!;
        FencedCodeBlock[] blocks = [.. Blocks(Parse(number), "csharp")];
        Assert.NotEmpty(blocks);
        foreach (FencedCodeBlock block in blocks)
        {
            Assert.True(
                block.Arguments?.EndsWith(".cs", StringComparison.Ordinal),
                $"```csharp {block.Arguments}: name the file that the code is from");
            string code = block.Lines.ToString();
            Assert.True(
                Lines(File.ReadAllText(Path.Combine(folder, block.Arguments!))).Contains(Lines(code), StringComparison.Ordinal),
                $"not in {block.Arguments}:\n{code}");
        }
    }

    [Fact]
    public void New_figures_take_the_place_of_the_old_ones_and_nothing_else_changes()
    {
        ILesson lesson = LessonCatalog.All[0];
        string Written(string page, double measured) =>
            LessonPage.WithFigures(
                page,
                lesson,
                new LessonResult(new LessonClaim(lesson.Number, "a", "N · L", 100, measured, "ms", Regimes.Warm)),
                ServerHosts.Default);

        string first = Written("before\n<!-- measured -->\n<!-- end of measured -->\nafter $1\n", 104);
        string second = Written(first, 131);

        Assert.Contains("| a | warm pool | N · L | 100 ms | 104 ms | \\+4.0 % | ±10.0 % | reproduced |", first, StringComparison.Ordinal);
        Assert.Contains("| 131 ms | \\+31.0 % | ±10.0 % | NOT REPRODUCED |", second, StringComparison.Ordinal);
        Assert.DoesNotContain("104", second, StringComparison.Ordinal);
        Assert.All((string[])[first, second], page =>
        {
            Assert.StartsWith("before\n<!-- measured -->\n\n| claim |", page, StringComparison.Ordinal);
            Assert.EndsWith(".\n\n<!-- end of measured -->\nafter $1\n", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_page_belongs_to_a_lesson()
    {
        string folder = Path.GetDirectoryName(LessonPage.FileOf(LessonCatalog.All[0]))!;
        Assert.Equal(
            [.. LessonCatalog.All.Select(LessonPage.NameOf), "README.md"],
            Directory.EnumerateFiles(folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_names_every_lesson_in_order()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(CheckoutFolder.Project, "Lessons", "README.md"))
            .Where(line => line.Contains(".md)", StringComparison.Ordinal))];

        Assert.Equal(
            LessonCatalog.All.Select(lesson => $"| {lesson.Number} | [{lesson.Title}]({LessonPage.NameOf(lesson)}) | {lesson.Question} |"),
            rows);
    }

    [Fact]
    public void Lessons_are_numbered_in_their_order() =>
        Assert.Equal(
            LessonCatalog.All.Select(lesson => lesson.Number).Order().Distinct(), LessonCatalog.All.Select(lesson => lesson.Number));

    private static string Text(ILesson lesson) => File.ReadAllText(LessonPage.FileOf(lesson));

    private static MarkdownDocument Parse(int number) => Markdown.Parse(Text(LessonCatalog.Find(number)));

    private static IEnumerable<FencedCodeBlock> Blocks(MarkdownDocument page, string language) =>
        page.Descendants<FencedCodeBlock>().Where(block => block.Info == language);

    /// <summary>Whole lines, without indentation: a page may move a region to the left.</summary>
    private static string Lines(string code) => "\n" + string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim())) + "\n";
}
