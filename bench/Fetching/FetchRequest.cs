using System.Net.Http.Headers;
using System.Text;

namespace Benchmarks.Fetching;

/// <summary>One request of an operation. It can be sent in every operation; an HttpRequestMessage can be sent only once.</summary>
/// <param name="Method">GET, unless the scenario says otherwise.</param>
/// <param name="Url">Its absolute address.</param>
/// <param name="JsonBody">The body; null if there is none.</param>
/// <param name="Version">The version of HTTP that the client speaks.</param>
/// <param name="VersionPolicy">Whether it may speak another one.</param>
public sealed record FetchRequest(HttpMethod Method, Uri Url, byte[]? JsonBody, Version Version, HttpVersionPolicy VersionPolicy)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", Encoding.UTF8.WebName);

    /// <summary>A message to be sent.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Url) { Version = Version, VersionPolicy = VersionPolicy };
        if (JsonBody is not null)
            message.Content = new ByteArrayContent(JsonBody) { Headers = { ContentType = s_json } };
        return message;
    }
}
