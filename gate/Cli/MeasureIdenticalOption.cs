using System.CommandLine;

namespace BenchGate.Cli;

/// <summary><c>--measure-identical</c>.</summary>
internal static class MeasureIdenticalOption
{
    public static Option<bool> Create() => new("--measure-identical")
    {
        Description = "Measure also if both builds are the same, byte for byte, to see the noise: such a gate must find nothing",
    };
}
