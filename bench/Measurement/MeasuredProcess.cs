using System.Reflection;
using System.Runtime.CompilerServices;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Tells the host which build is measured, when a process of BenchmarkDotNet starts.</summary>
internal static class MeasuredProcess
{
    // A module initializer that does as little as possible; ParentWatch has the reasons.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(SettingsVariables.ChildReports) is { Length: > 0 } folder && IsMeasured)
            Begin(folder);
    }

    /// <summary>
    /// The entry assembly of BenchmarkDotNet's processes is a generated program. For servers and all others that inherit the variable it is
    /// this assembly.
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
            // the host reports the missing file
        }
    }
}
