using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Rounds;

namespace Tests.Field;

/// <summary>The reason of a failed case is its cause, not the wrapper that reflection puts around it.</summary>
public sealed class FailedCaseReasonTests
{
    private const string Wrapped = """
        // BeforeAnythingElse

        System.Reflection.TargetInvocationException: Exception has been thrown by the target of an invocation.
         ---> System.AggregateException: One or more errors occurred. (Connection refused)
         ---> System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:9)
           at System.Net.Http.HttpConnectionPool.ConnectAsync()
           --- End of inner exception stack trace ---
           at System.Threading.Tasks.Task.Wait()
           --- End of inner exception stack trace ---
        System.InvalidOperationException: a later one
         ---> System.IOException: not this one
        """;

    [Theory]
    [InlineData(Wrapped, "System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:9)")]
    [InlineData("noise\nSystem.TimeoutException: still at work\n   at A.B()\nSystem.Exception: c\n ---> D: e",
        "System.TimeoutException: still at work")]
    [InlineData("Unhandled exception. System.Exception: a\r\n ---> B.CException: d\r\n   at E.F()", "B.CException: d")]
    [InlineData("System.Exception: a\nin two lines\n ---> B.CException: d\ne\n   at F()", "B.CException: d")]
    [InlineData("OutOfMemoryException", "OutOfMemoryException")]
    [InlineData("nothing of the kind", null)]
    public void The_innermost_cause_is_found(string output, string? cause)
    {
        Assert.Equal(cause, ThrownText.Cause([output]));
        Assert.Equal(cause, ThrownText.Cause(output.Split('\n')));
    }

    [Fact]
    public void A_case_that_threw_has_its_cause_as_the_reason() => Assert.Equal(
        "System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:9)",
        Doubt(BuildResult.Success(GenerateResult.Success(ArtifactsPaths.Empty, [])), Wrapped.Split('\n')));

    [Fact]
    public void A_case_that_was_not_built_has_the_compilers_first_error() => Assert.Equal(
        "its build failed: a.cs(1,2): error CS1002: ; expected",
        Doubt(
            BuildResult.Failure(
                GenerateResult.Success(ArtifactsPaths.Empty, []),
                "Restoring\n  a.cs(1,2): error CS1002: ; expected [/x/y.csproj]\nb: error c"),
            []));

    private static string? Doubt(BuildResult built, string[] output)
    {
        BenchmarkCase benchmark =
            Assert.Single(InProcessMeasurement.Plan(new SuiteSettings { Profile = Profile.Smoke }, ["*PokeApiSingle*"]).Cases);
        var launch = new ExecuteResult(foundExecutable: true, exitCode: 1, processId: 1, [], [], output, launchIndex: 1);
        return LaunchDoubt.About(
            new BenchmarkReport(success: false, benchmark, built, built, [launch], []), childReport: null, expected: true, fetches: true);
    }
}
