namespace Benchmarks.Serving;

/// <summary>Where the fixture server lives while the suite measures.</summary>
public enum Hosting
{
    /// <summary>
    /// In processes of their own, one a scenario, apart from the measured one: allocations and GC are the client's alone. The default.
    /// </summary>
    Shared,

    /// <summary>Inside the measured process, as a user's own test would have it.</summary>
    InProcess,

    /// <summary>Started elsewhere with <c>serve</c>.</summary>
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
