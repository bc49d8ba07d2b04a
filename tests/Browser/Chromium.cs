namespace Tests.Browser;

/// <summary>Debian's Chromium, or the one in the environment variable. Playwright's own browser is not available everywhere.</summary>
internal static class Chromium
{
    /// <summary>The variable that names the executable.</summary>
    public const string Variable = "CHROMIUM_PATH";

    private static readonly string[] s_usualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Null if there is none.</summary>
    public static string? Executable =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Array.Find(s_usualPlaces, File.Exists);

    /// <summary>Skips the test if there is no browser. In CI that is a failure, because otherwise nothing would test the page.</summary>
    public static string Require()
    {
        string? found = Executable;
        if (found is null && Environment.GetEnvironmentVariable("CI") is not { Length: > 0 })
            Assert.Skip($"There is no Chromium here: install it (apt-get install chromium), or name it in {Variable}.");
        Assert.True(found is not null, $"CI has no Chromium: install it, or name it in {Variable}.");
        return found;
    }
}
