using System.Globalization;
using System.Text.Json;
using Results.Gate;
using Results.Records;

namespace Tests.Calibration;

/// <summary>
/// Keeps the figures of each finished part of the simulation as a file. So the same command continues after a stop, in another checkout,
/// too.
/// </summary>
/// <param name="folder">Of this build's figures; null keeps nothing.</param>
internal sealed class KeptFigures(string? folder)
{
    public static KeptFigures None { get; } = new(null);

    /// <summary>
    /// Figures of another rule, or of another simulation, prove nothing about this one. So each build has its own folder.
    /// </summary>
    /// <param name="root">Contains the figures of all builds.</param>
    public static KeptFigures OfThisBuild(string root)
    {
        string[] builds = [.. new[] { typeof(PairedGate), typeof(KeptFigures) }.Select(type => $"{type.Module.ModuleVersionId:N}"[..8])];
        return new(Path.Combine(root, "simulated-" + string.Join('-', builds)));
    }

    /// <summary>The kept figures; if there are none, measures them.</summary>
    /// <param name="part">Kind of the figures, and their number.</param>
    public double[] Of((string Kind, int Number) part, Func<double[]> measure)
    {
        if (folder is null)
            return measure();
        string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{part.Kind}-{part.Number:D2}.json"));
        if (File.Exists(file))
            return JsonSerializer.Deserialize<double[]>(File.ReadAllText(file))!;
        double[] measured = measure();
        AtomicFile.Write(file, JsonSerializer.Serialize(measured));
        return measured;
    }
}
