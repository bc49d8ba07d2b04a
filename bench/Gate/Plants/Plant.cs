using System.Globalization;

namespace Benchmarks.Gate.Plants;

/// <summary>A known defect that the calibration puts into the head, to see whether the gate finds it. No program code knows of it: it is in the client or in the server's options.</summary>
/// <param name="Id">What is typed.</param>
/// <param name="Text">What the calibration's page calls it.</param>
/// <param name="Client">Makes the head's client; null leaves it as it is.</param>
/// <param name="LatencyFactor">What the head's server multiplies its latency by.</param>
internal sealed record Plant(string Id, string Text, Func<HttpClient>? Client = null, double LatencyFactor = 1)
{
    /// <summary>Bytes of the planted allocation: one small object for each request.</summary>
    public const int Bytes = 256;

    public static IReadOnlyList<Plant> All { get; } =
    [
        new("none", "nothing: both sides are the same build"),
        new("latency-10", "latency + 10 %", LatencyFactor: 1.10),
        new("latency-25", "latency + 25 %", LatencyFactor: 1.25),
        new("allocation", string.Create(CultureInfo.InvariantCulture, $"{Bytes} more bytes allocated for a request"), AllocatingHandler.CreateClient),
        new("connection", "one more connection", ExtraConnectionHandler.CreateClient),
        new("sequential", "a fan-out that has become sequential", SequentialClient),
    ];

    /// <summary>What the head's server is started with beside the usual.</summary>
    public IReadOnlyList<string> ServeArguments => LatencyFactor.Equals(1) ? [] : ["--latency-factor", LatencyFactor.ToString(CultureInfo.InvariantCulture)];

    /// <summary>What the head's launches are started with beside the usual.</summary>
    public IReadOnlyList<string> LaunchArguments => Client is null ? [] : ["--plant", Id];

    /// <exception cref="ArgumentException">There is none of that id; the message lists those there are.</exception>
    public static Plant Find(string id) => All.FirstOrDefault(plant => plant.Id == id)
        ?? throw new ArgumentException($"There is no plant '{id}'; there are: {string.Join(", ", All.Select(plant => plant.Id))}.", nameof(id));

    /// <summary>One line in a settings file does this to a fan-out, and no test of its results sees it.</summary>
    private static HttpClient SequentialClient() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
}
