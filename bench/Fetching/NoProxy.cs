using System.Net;

namespace Benchmarks.Fetching;

/// <summary>
/// Takes the environment's proxy from every client of this process: the servers are the suite's own. A strategy makes its client as
/// people write it, so the client cannot do this itself.
/// </summary>
public static class NoProxy
{
    /// <summary>To be called where a process begins, before its first request.</summary>
    public static void Use() => HttpClient.DefaultProxy = new WebProxy();
}
