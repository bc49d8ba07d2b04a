namespace Results.Charts;

/// <summary>The style sheets and the script that pages contain.</summary>
public static class PageAssets
{
    /// <param name="name">The file's own name, such as charts.css.</param>
    public static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No embedded file is called {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
