using System.Net;

namespace Benchmarks.Fetching;

/// <summary>
/// Turns off the environment's proxy for every client of this process, because the servers are the suite's own. A strategy makes its
/// client as people write it, so the client cannot do this itself.
/// </summary>
public static class NoProxy
{
    /// <summary>Call this where a process begins, before its first request.</summary>
    public static void Use() => HttpClient.DefaultProxy = new WebProxy();
}
