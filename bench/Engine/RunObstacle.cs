using System.Diagnostics;
using System.Reflection;
using BenchGate.Errors;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace Benchmarks.Engine;

/// <summary>
/// Refuses what BenchmarkDotNet would refuse, before any result is moved or a server is started. BenchmarkDotNet itself only writes it into
/// its log, and runs nothing.
/// </summary>
internal static class RunObstacle
{
    /// <exception cref="UsageException">BenchmarkDotNet cannot run the plan; the message has its first reason.</exception>
    public static void Refuse(RunPlan plan)
    {
        RefuseDebug(typeof(RunObstacle).Assembly);
        ValidationError? first = plan.Classes.SelectMany(Errors).FirstOrDefault(error => error.IsCritical);
        if (first is not null)
            throw new UsageException($"BenchmarkDotNet refuses this run: {first.Message}");
    }

    /// <exception cref="UsageException">It is a Debug build.</exception>
    public static void RefuseDebug(Assembly build)
    {
        if (build.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
            throw new UsageException("This is a Debug build, and its times mean nothing; build with -c Release.");
    }

    private static IEnumerable<ValidationError> Errors(BenchmarkRunInfo type)
    {
        var all = new ValidationParameters(type.BenchmarksCases, type.Config);
        return type.Config.GetValidators().Concat(SuiteConfig.Validators).SelectMany(validator => validator.Validate(all));
    }
}
