using Microsoft.Playwright;

namespace Tests.Browser;

/// <summary>A page in the browser, with all its errors and requests.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal))
                Requests.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, errors of scripts, dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>All requests, also the one for the page itself.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenPage> OpenAsync(IPage page, Uri file)
    {
        var open = new OpenPage(page);
        await page.GotoAsync(file.AbsoluteUri, new() { Timeout = 60_000 });
        return open;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
