using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using BenchGate.Errors;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Rounds;
using Tests.Cli;
using Tests.House;
using Tests.Measurement;

namespace Tests.Field;

/// <summary>What BenchmarkDotNet would not run is refused before anything is moved, with its own first reason.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class NeverRunTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("--filter", "*AwaitBenchmarks*", "--invocationCount", "3", "--unrollFactor", "2")]
    [InlineData("--filter", "*AwaitBenchmarks*", "--minIterationCount", "30", "--maxIterationCount", "20")]
    public async Task What_BenchmarkDotNet_finds_wrong_is_told_before_the_run(params string[] args)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"never-{Guid.NewGuid():N}");

        (await Typed.RunAsync(["run", .. args, "--output", folder])).IsRefused("BenchmarkDotNet refuses this run: ");

        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_debug_build_is_refused(bool debug)
    {
        var build = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Built"), AssemblyBuilderAccess.Run);
        build.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(DebuggableAttribute).GetConstructor([typeof(bool), typeof(bool)])!, [debug, debug]));

        Exception? refused = Record.Exception(() => RunObstacle.RefuseDebug(build));

        Assert.Equal(debug, refused is UsageException);
        Assert.Equal(debug, refused?.Message.Contains("-c Release", StringComparison.Ordinal) == true);
    }

    /// <summary>BenchmarkDotNet looks for the project by its name, below the solution.</summary>
    [Fact]
    public void A_clone_inside_the_checkout_is_not_taken_for_it()
    {
        string clone = Checkout.FullPath($"artifacts/clone-{Guid.NewGuid():N}");
        Directory.CreateDirectory(clone);
        try
        {
            File.WriteAllText(Path.Combine(clone, "Benchmarks.csproj"), "<Project />");
            Directory.SetCurrentDirectory(CheckoutFolder.Project);

            object? found = typeof(CsProjGenerator)
                .GetMethod("GetProjectFilePath", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(Type), typeof(ILogger)])!
                .Invoke(new ScratchProject("net10.0"), [typeof(PokeApiBenchmarks), NullLogger.Instance]);

            Assert.Equal(Checkout.FullPath("bench/Benchmarks.csproj"), Assert.IsType<FileInfo>(found).FullName);
        }
        finally
        {
            Directory.Delete(clone, recursive: true);
        }
    }

    [Fact]
    public void The_reason_is_that_of_the_generator_or_the_first_error_of_the_build()
    {
        var generated = GenerateResult.Success(ArtifactsPaths.Empty, []);
        Assert.Null(NeverRun.OfBuild(BuildResult.Success(generated)));
        var refused = GenerateResult.Failure(ArtifactsPaths.Empty, [], new NotSupportedException("two projects"));
        Assert.Equal("two projects", NeverRun.OfBuild(BuildResult.Failure(refused, refused.GenerateException)));
        Assert.Equal("no dotnet", NeverRun.OfBuild(BuildResult.Failure(generated, new FileNotFoundException("no dotnet"))));
        Assert.Equal(
            "error NU1301: no access to /home",
            NeverRun.OfBuild(BuildResult.Failure(generated, "Determining\n error NU1301: no access to /home [/x/a.csproj]\nerror b")));
        Assert.Equal(
            "Permission denied",
            NeverRun.OfBuild(BuildResult.Failure(generated, "Standard output:\n\n Standard error:\nPermission denied\n  at x")));
    }
}
