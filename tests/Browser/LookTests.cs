using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tests.Browser;

/// <summary>The look of the page, without any interaction.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class LookTests(BrowserFixture browser)
{
    // For rules that pass, only the count is needed: describing thousands of marks takes most of the time.
    private static readonly AxeRunOptions s_violations = new() { ResultTypes = [ResultType.Violations] };

    // Labels of one figure whose boxes overlap, and labels outside the picture's width.
    private const string BadLabels =
        """
        () => [...document.querySelectorAll('svg[role=img]')].filter(svg => svg.checkVisibility()).flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            const boxes = [...svg.querySelectorAll('text')]
                .map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }))
                .filter(t => t.box.width > 0);
            const out = boxes
                .filter(t => t.box.left < frame.left - 2 || t.box.right > frame.right + 2)
                .map(t => `${t.text} leaves the picture`);
            const meet = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
                Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1
                && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4)
                .map(b => `${a.text} meets ${b.text}`));
            return [...out, ...meet].map(what => `${svg.getAttribute('aria-label').slice(0, 50)}: ${what}`);
        })
        """;

    [Theory]
    [InlineData("standard", ColorScheme.Light)]
    [InlineData("standard", ColorScheme.Dark)]
    [InlineData("hostile", ColorScheme.Light)]
    [InlineData("wide", ColorScheme.Dark)]
    public async Task It_opens_from_a_file_without_a_complaint_and_asks_nobody(string page, ColorScheme theme)
    {
        await using OpenPage open = await browser.OpenAsync(page, theme: theme);
        await open.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
        Assert.Empty(open.Complaints);
        Assert.StartsWith("file:", Assert.Single(open.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard", 390)]
    [InlineData("standard", 1280)]
    [InlineData("standard", 2560)]
    [InlineData("hostile", 390)]
    [InlineData("hostile", 1280)]
    [InlineData("wide", 390)]
    public async Task Nothing_overflows(string page, int width)
    {
        await using OpenPage open = await browser.OpenAsync(page, width);
        Assert.Equal(
            width, await open.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        if (width == 1280 && page == "standard")
            Assert.Empty(
                await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#tables .scroll')].filter(box => "
                    + "box.scrollWidth > box.clientWidth).map(box => box.ariaLabel)"));
        if (page != "hostile")
            Assert.Equal("", string.Join('\n', await open.Page.EvaluateAsync<string[]>(BadLabels)));
    }

    // Axe checks every element for every rule. Most are equal cells of tables with a row for each request, so a few are enough.
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    [Trait("Length", "Long")]
    public async Task Axe_finds_nothing(ColorScheme theme)
    {
        await using OpenPage open = await browser.OpenAsync("few", theme: theme);
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })");
        AxeResult found = await open.Page.RunAxe(s_violations);
        Assert.NotEmpty(found.Passes);
        Assert.Equal(
            "",
            string.Join(
                '\n',
                found.Violations.Select(
                    v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html[..Math.Min(n.Html.Length, 160)]))}")));
    }

    [Fact]
    public async Task Printed_it_shows_whole_tables_and_the_colours_of_its_legends()
    {
        await using OpenPage open = await browser.OpenAsync("standard", width: 1030); // of A4, landscape, within its margins
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(1030, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(
            ["visible"],
            await open.Page.EvaluateAsync<string[]>(
                "() => [...new Set([...document.querySelectorAll('.scroll')].map(box => getComputedStyle(box).overflow))]"));
        Assert.Equal(
            ["exact"],
            await open.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.swatch, .light, .race "
                + "span')].map(e => getComputedStyle(e).printColorAdjust))]"));
        Assert.False(await open.Page.Locator("nav").IsVisibleAsync());
    }

    [Fact]
    public async Task Light_and_dark_have_grounds_of_their_own()
    {
        await using OpenPage light = await browser.OpenAsync("standard", theme: ColorScheme.Light);
        await using OpenPage dark = await browser.OpenAsync("standard", theme: ColorScheme.Dark);
        const string Ground = "() => getComputedStyle(document.body).backgroundColor";
        Assert.NotEqual(await light.Page.EvaluateAsync<string>(Ground), await dark.Page.EvaluateAsync<string>(Ground));
    }

    [Fact]
    public async Task Without_its_script_it_still_reads()
    {
        await using OpenPage open = await browser.OpenAsync("standard", script: false);
        ILocator figure = open.Page.Locator(".in-warm figure.waterfall").First;
        Assert.True(await figure.IsVisibleAsync());
        Assert.Equal(2, await figure.Locator(".lane").First.Locator("svg.panel").CountAsync());
        Assert.True(await open.Page.GetByRole(AriaRole.Heading, new() { Name = "What does async really buy?" }).IsVisibleAsync());

        // The browser's own elements switch the regimes and unfold the numbers.
        await open.Page.Locator("input[name='regime-baidu'][value=cold]").CheckAsync();
        Assert.False(await figure.IsVisibleAsync());
        Assert.True(await open.Page.Locator(".in-cold figure.waterfall").First.IsVisibleAsync());
        ILocator numbers = open.Page.Locator(".in-cold details.numbers").First;
        await numbers.Locator("summary").ClickAsync();
        Assert.True(await numbers.Locator("tbody tr").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_bar_is_drawn_where_its_request_was_in_flight()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        // The fan-out's bars end at the left edge of the common clock, the baseline's at its right.
        JsonElement boxes = await open.Page.EvaluateAsync<JsonElement>(
            """
            () => ['baidu-warm-0', 'baidu-warm-3'].map(id => {
                const bars = document.getElementById(id).getBoundingClientRect();
                const plot = document.getElementById(id).closest('.frame').getBoundingClientRect();
                return (bars.right - plot.left) / plot.width;
            })
            """);
        Assert.InRange(boxes[0].GetDouble(), 0.9, 1.01);
        Assert.InRange(boxes[1].GetDouble(), 0.001, 0.02);
    }
}
