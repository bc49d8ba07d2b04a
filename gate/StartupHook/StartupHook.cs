using System.Reflection;

#pragma warning disable MA0047 // .NET finds the class only without a namespace
/// <summary>
/// Runs before the Main of a benchmark program that ignores its arguments, and hands the arguments to BenchmarkDotNet
/// (https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md).
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The processes that BenchmarkDotNet starts inherit the variable, and must not run this.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        string program = Environment.GetEnvironmentVariable("BENCH_GATE_PROGRAM");
        string[] arguments = Environment.GetEnvironmentVariable("BENCH_GATE_ARGUMENTS").Split('\n');
        try
        {
            Run(program, arguments);
            Environment.Exit(0);
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine(failure.GetBaseException());
            Environment.Exit(1);
        }
    }

    /// <summary>BenchmarkSwitcher.FromAssembly(program).Run(arguments), without a reference to the user's version of it.</summary>
    private static void Run(string program, string[] arguments)
    {
        Type type = Assembly.Load("BenchmarkDotNet").GetType("BenchmarkDotNet.Running.BenchmarkSwitcher", throwOnError: true);
        object switcher = type.GetMethod("FromAssembly").Invoke(null, new object[] { Assembly.LoadFrom(program) });
        MethodInfo run = type.GetMethods().First(method => method.Name == "Run"
            && method.GetParameters().Length > 0 && method.GetParameters()[0].ParameterType == typeof(string[]));
        object[] given = new object[run.GetParameters().Length];
        given[0] = arguments;
        run.Invoke(switcher, given);
    }
}
