using System.Reflection;
using System.Runtime.CompilerServices;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Tells the host, as a process that BenchmarkDotNet started begins, which build it is about to measure.</summary>
internal static class MeasuredProcess
{
    // A module initializer that does as little as possible, for the reasons given in ParentWatch.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(SettingsVariables.ChildReports) is { Length: > 0 } folder && IsMeasured)
            Begin(folder);
    }

    /// <summary>
    /// BenchmarkDotNet's processes begin in a program that it writes; servers and all others that inherit the variable begin in this one.
    /// </summary>
    private static bool IsMeasured => Assembly.GetEntryAssembly() != typeof(MeasuredProcess).Assembly;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Begin(string folder)
    {
        try
        {
            new ChildReport(Environment.ProcessId, SourceHash.OfThisBuild).Save(folder);
        }
        catch (NotWrittenException)
        {
            // the host misses the report, and says so
        }
    }
}
