using System.CommandLine;
using Benchmarks.Fetching;
using Benchmarks.Gate.Plants;

namespace Benchmarks.Cli;

/// <summary>The hidden option by which the calibration puts a known defect into a launch.</summary>
internal static class PlantOption
{
    public static Option<string> Create()
    {
        var plant = new Option<string>("--plant") { Hidden = true };
        plant.AcceptOnlyFromAmong([.. Plant.All.Select(one => one.Id)]);
        return plant;
    }

    public static void Apply(string? id)
    {
        if (id is not null && Plant.Find(id).Client is { } client)
            KeptClient.Create = _ => client();
    }
}
