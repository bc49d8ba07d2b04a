namespace Benchmarks.Serving;

/// <summary>Where the fixture server runs while the suite measures.</summary>
public enum Hosting
{
    /// <summary>
    /// In separate processes, one for each scenario, so that allocations and garbage collections are only the client's. The default.
    /// </summary>
    Shared,

    /// <summary>Inside the measured process, as in a user's own test.</summary>
    InProcess,

    /// <summary>Started separately with <c>serve</c>.</summary>
    External,
}

internal static class HostingText
{
    public static string ToText(this Hosting hosting) => hosting switch
    {
        Hosting.Shared => "shared",
        Hosting.InProcess => "in-process",
        _ => "external",
    };
}
