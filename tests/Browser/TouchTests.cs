using System.Globalization;
using Microsoft.Playwright;
using Results.Formatting;

namespace Tests.Browser;

/// <summary>The page as a person uses it, with the mouse and with the keyboard.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class TouchTests(BrowserFixture browser)
{
    private const string ViewBox = "panel => panel.querySelector('.plot').getAttribute('viewBox')";

    [Fact]
    public async Task The_mouse_over_a_bar_tells_its_request()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator panel = open.Page.Locator("[data-lane='pokeapi-warm-2']").Nth(1);
        await panel.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await panel.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 17);
        Assert.StartsWith(
            "Request 0 sent after 0.00 ms, first byte 5.00 ms, read 5.50 ms: 5.50 ms in all; thread 4",
            await Readout(open, "pokeapi-warm-2"),
            StringComparison.Ordinal);
    }

    // The close-up contains all rows but shows only the first ones, so the row under the pointer must be computed from these.
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task The_mouse_tells_the_request_of_the_close_up_that_it_is_over(int row)
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator panel = open.Page.Locator("[data-lane='baidu-warm-0']").Nth(1);
        await panel.ScrollIntoViewIfNeededAsync();
        int shown = int.Parse((await panel.GetAttributeAsync("data-shown"))!, CultureInfo.InvariantCulture);
        float height = await panel.EvaluateAsync<float>("panel => +panel.querySelector('.frame').getAttribute('height')");
        LocatorBoundingBoxResult box = (await panel.BoundingBoxAsync())!;
        for (int step = 0; step < 2; step++) // the text of the first one must not move the second one
            await open.Page.Mouse.MoveAsync(box.X + (box.Width / (2 + step)), box.Y + 16 + (height * (row + 0.5f) / shown));
        Assert.StartsWith($"Request {row} sent after {row * 8}.00 ms", await Readout(open, "baidu-warm-0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_came_is_told_in_words()
    {
        await using OpenPage open = await browser.OpenAsync("few");
        ILocator panel = open.Page.Locator("[data-lane='baidu-warm-1']").First;
        await panel.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.StartsWith(
            "Request 2 sent after 16.00 ms, no first byte, never read; thread –",
            await Readout(open, "baidu-warm-1"),
            StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.StartsWith(
            "Request 3 sent after 24.00 ms, first byte 29.00 ms, never read; thread –",
            await Readout(open, "baidu-warm-1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_goes_from_request_to_request_and_zooms()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator panel = open.Page.Locator("[data-lane='baidu-warm-0']").First;
        await panel.FocusAsync();
        string whole = await panel.EvaluateAsync<string>(ViewBox);
        await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.StartsWith(
            "Request 1 sent after 8.00 ms, first byte 15.00 ms, read 15.50 ms: 7.50 ms in all, of it 2.00 ms to set up the connection",
            await Readout(open, "baidu-warm-0"),
            StringComparison.Ordinal);

        await open.Page.Keyboard.PressAsync("+");
        string zoomed = await panel.EvaluateAsync<string>(ViewBox);
        Assert.Equal(Width(whole) / 2, Width(zoomed), 1);
        // There is one clock, so the panels of the other strategies moved, too.
        Assert.Equal(zoomed, await open.Page.Locator("[data-lane='baidu-warm-3']").First.EvaluateAsync<string>(ViewBox));
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual(zoomed, await panel.EvaluateAsync<string>(ViewBox));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(whole, await panel.EvaluateAsync<string>(ViewBox));
    }

    [Fact]
    public async Task Dragging_zooms_into_what_was_marked_and_a_double_click_back()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator panel = open.Page.Locator("[data-lane='baidu-warm-0']").First;
        await panel.ScrollIntoViewIfNeededAsync();
        string whole = await panel.EvaluateAsync<string>(ViewBox);
        LocatorBoundingBoxResult box = (await panel.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + (box.Width * 0.25f), box.Y + 60);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 60, new() { Steps = 3 });
        await open.Page.Mouse.UpAsync();
        Assert.InRange(Width(await panel.EvaluateAsync<string>(ViewBox)) / Width(whole), 0.23, 0.27);
        // Again, within the current section.
        await open.Page.Mouse.MoveAsync(box.X + (box.Width * 0.25f), box.Y + 60);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + (box.Width * 0.75f), box.Y + 60, new() { Steps = 3 });
        await open.Page.Mouse.UpAsync();
        Assert.InRange(Width(await panel.EvaluateAsync<string>(ViewBox)) / Width(whole), 0.11, 0.14);
        await panel.DblClickAsync(new() { Position = new() { X = 20, Y = 60 } });
        Assert.Equal(whole, await panel.EvaluateAsync<string>(ViewBox));
    }

    [Fact]
    public async Task Buttons_zoom_all_clocks_of_a_figure()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator figure = open.Page.Locator(".in-warm figure.waterfall").First;
        ILocator panel = figure.Locator("svg.panel").First;
        string whole = await panel.EvaluateAsync<string>(ViewBox);
        await figure.GetByRole(AriaRole.Button, new() { Name = "zoom in" }).ClickAsync();
        Assert.Equal(Width(whole) / 2, Width(await panel.EvaluateAsync<string>(ViewBox)), 1);
        await figure.GetByRole(AriaRole.Button, new() { Name = "show all" }).ClickAsync();
        Assert.Equal(whole, await panel.EvaluateAsync<string>(ViewBox));
    }

    [Fact]
    public async Task A_heading_sorts_its_table_by_mouse_and_by_keyboard()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator table = open.Page.Locator("#tables table").First;
        const string Medians = "table => [...table.tBodies[0].rows].map(row => parseFloat(row.cells[3].textContent))";
        double[] before = await table.EvaluateAsync<double[]>(Medians);
        ILocator button = table.Locator("th button").Nth(3);
        Assert.Equal("median (ms)", await button.TextContentAsync());
        await button.ClickAsync();
        Assert.Equal(before.Order(), await table.EvaluateAsync<double[]>(Medians));
        Assert.Equal("ascending", await table.Locator("th").Nth(3).GetAttributeAsync("aria-sort"));
        await button.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(before.OrderDescending(), await table.EvaluateAsync<double[]>(Medians));
    }

    [Fact]
    public async Task Times_with_units_of_their_own_are_sorted_by_their_length()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })");
        ILocator table = open.Page.Locator("#gate table.sortable").First;
        await table.Locator("th button").GetByText("base", new() { Exact = true }).ClickAsync();
        string[] shown =
            await table.EvaluateAsync<string[]>("table => { const at = [...table.tHead.rows[0].cells].findIndex(cell => cell.ariaSort); "
                + "return [...table.tBodies[0].rows].map(row => row.cells[at].textContent.trim()); }");
        Assert.Equal(["ns", "ms", "ms"], shown.Where(text => text.EndsWith('s')).Select(text => text.Split(' ')[1]));
    }

    [Fact]
    public async Task A_chosen_scenario_is_shown_alone()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator choice = open.Page.GetByLabel("Which scenario");
        await choice.SelectOptionAsync("pokeapi");
        Assert.Equal(0, await open.Page.Locator("[data-scenario=baidu]:visible").CountAsync());
        Assert.NotEqual(0, await open.Page.Locator("[data-scenario=pokeapi]:visible").CountAsync());
        await choice.SelectOptionAsync(new SelectOptionValue { Index = 0 });
        Assert.NotEqual(0, await open.Page.Locator("[data-scenario=baidu]:visible").CountAsync());
    }

    [Fact]
    public async Task A_chosen_case_is_the_only_lane_and_stands_out_in_every_figure()
    {
        await using OpenPage open = await browser.OpenAsync("standard");
        ILocator choice = open.Page.GetByLabel("Which case");
        await choice.SelectOptionAsync("when-all");
        Assert.Equal(["when-all", "when-all"], await open.Page.Locator(".lane:visible h4").AllTextContentsAsync());
        const string Faded =
            "() => [...new Set([...document.querySelectorAll('svg [data-case]')].filter(e => e.classList.contains('faded')).map(e => "
                + "e.dataset.case))]";
        const string Whole =
            "() => [...new Set([...document.querySelectorAll('svg [data-case]')].filter(e => !e.classList.contains('faded')).map(e => "
                + "e.dataset.case))]";
        Assert.Equal(["when-all"], await open.Page.EvaluateAsync<string[]>(Whole));
        Assert.Contains("sequential-await", await open.Page.EvaluateAsync<string[]>(Faded));
        await choice.SelectOptionAsync(new SelectOptionValue { Index = 0 });
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(Faded));
    }

    [Fact]
    public async Task A_hostile_title_is_read_and_never_run()
    {
        await using OpenPage open = await browser.OpenAsync("hostile");
        ILocator title = open.Page.Locator(".headline bdi").First;
        Assert.Equal(PlainText.OneLine(BrowserFixture.HostileTitle + new string('x', 300)).Trim(), await title.TextContentAsync());
        Assert.Equal(1, await open.Page.Locator("script").CountAsync());
        Assert.Equal(0, await open.Page.Locator("img").CountAsync());
        Assert.Empty(open.Complaints);
    }

    private static Task<string?> Readout(OpenPage open, string lane) =>
        open.Page.Locator($"figure.waterfall:has([data-lane='{lane}']) .readout").TextContentAsync();

    private static double Width(string viewBox) => double.Parse(viewBox.Split(' ')[2], CultureInfo.InvariantCulture);
}
