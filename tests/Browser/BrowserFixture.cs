using Microsoft.Playwright;
using Results.Pages.Html;
using Tests.Pages;

namespace Tests.Browser;

/// <summary>One browser for all tests of the page, and the pages as files.</summary>
[CollectionDefinition(Collection)]
public sealed class BrowserFixture : IAsyncLifetime, ICollectionFixture<BrowserFixture>
{
    internal const string Collection = "browser";

    internal const string HostileTitle =
        "</script><script>alert(1)</script> \"quoted\" 'too' | pipe\nline =cmd() مرحبا \u202E<img src=x onerror=alert(2)>";

    private readonly string _folder = Directory.CreateTempSubdirectory("page-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync()
    {
        Write("standard", SampleRun.Standard());
        Write("few", SampleRun.Few());
        Write("hostile", SampleRun.Titled(HostileTitle + new string('x', 300)));
        Write("wide", SampleRun.Wide(10_000));
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens one of the pages from a file, as a person does.</summary>
    /// <param name="page">standard, few, hostile or wide.</param>
    internal async Task<OpenPage> OpenAsync(string page, int width = 1280, ColorScheme theme = ColorScheme.Light, bool script = true)
    {
        string executable = Chromium.Require();
        _playwright ??= await Playwright.CreateAsync();
        // Root may not use the sandbox; the pages are our own.
        _browser ??=
            await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox"], Timeout = 60_000 });
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(60_000);
        return await OpenPage.OpenAsync(await context.NewPageAsync(), new Uri(Path.Combine(_folder, page + ".html")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string name, SampleRun sample) =>
        File.WriteAllText(
            Path.Combine(_folder, name + ".html"),
            HtmlReport.Render(sample.Run, sample.Timelines, SampleCompanions.Of(sample.Run, name == "hostile" ? HostileTitle : "")));
}
