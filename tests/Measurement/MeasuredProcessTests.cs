using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Measurement;
using Benchmarks.Processes;

namespace Tests.Measurement;

/// <summary>
/// The entry assembly of a process that BenchmarkDotNet starts is not the suite's. This is also true for the test process.
/// </summary>
[Collection(ProcessStateScope.Collection)]
public sealed class MeasuredProcessTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly ProcessStateScope _scope = new();
    private readonly ScratchFolder _notes = new();

    public MeasuredProcessTests() => SettingsVariables.WriteHere(new SuiteSettings { ChildReports = _notes.Path });

    public void Dispose()
    {
        _notes.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void It_notes_its_build_before_anything_of_it_runs()
    {
        MethodInfo begin =
            typeof(MeasuredProcess).GetMethod(nameof(MeasuredProcess.Begin), BindingFlags.Static | BindingFlags.NonPublic, [])!;
        Assert.True(begin.IsDefined(typeof(ModuleInitializerAttribute)));

        MeasuredProcess.Begin();

        Assert.Equal(new ChildReport(Environment.ProcessId, SourceHash.OfThisBuild), Assert.Single(ChildReport.Collect(_notes.Path)));
    }

    [Fact]
    public void Without_a_host_it_notes_nothing()
    {
        SettingsVariables.WriteHere(new SuiteSettings());
        MeasuredProcess.Begin();
        Assert.Empty(ChildReport.Collect(_notes.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_does_not_end_it()
    {
        string noFolder = Path.Combine(typeof(MeasuredProcess).Assembly.Location, "no-folder");
        SettingsVariables.WriteHere(new SuiteSettings { ChildReports = noFolder });

        MeasuredProcess.Begin();
    }

    [Fact]
    public async Task A_process_of_the_suites_own_leaves_no_note()
    {
        ProcessStartInfo start = ThisSuite.Start("child", "record-cold-start", "pokeapi", "sequential-await", "1", "1");
        Assert.Equal(_notes.Path, start.Environment[SettingsVariables.ChildReports]);

        ChildProcess watch = await ChildProcess.RunAsync(start, s_patience, CancellationToken.None);

        Assert.Equal((ExitCodes.Ok, ""), (watch.Exit, watch.Error));
        Assert.Empty(Directory.EnumerateFiles(_notes.Path));
    }
}
