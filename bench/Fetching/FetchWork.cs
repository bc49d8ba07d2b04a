namespace Benchmarks.Fetching;

/// <summary>What is to be fetched, and the client that is shared by all requests of a strategy that shares one.</summary>
/// <param name="Client">Kept between operations, as an application would keep it.</param>
/// <param name="Urls">One absolute address for each request, in order.</param>
public sealed record FetchWork(HttpClient Client, IReadOnlyList<Uri> Urls);
