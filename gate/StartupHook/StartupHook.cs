using System.Linq.Expressions;
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
        string[] without = Environment.GetEnvironmentVariable("BENCH_GATE_WITHOUT") is { Length: > 0 } titles
            ? titles.Split('\n')
            : Array.Empty<string>();
        try
        {
            Run(program, arguments, without);
            Environment.Exit(0);
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine(failure.GetBaseException());
            Environment.Exit(1);
        }
    }

    /// <summary>BenchmarkSwitcher.FromAssembly(program).Run(arguments, config), without a reference to the user's version of it.</summary>
    private static void Run(string program, string[] arguments, string[] without)
    {
        var library = Assembly.Load("BenchmarkDotNet");
        Type type = library.GetType("BenchmarkDotNet.Running.BenchmarkSwitcher", throwOnError: true);
        object switcher = type.GetMethod("FromAssembly").Invoke(null, new object[] { Assembly.LoadFrom(program) });
        MethodInfo run = type.GetMethods().First(method => method.Name == "Run"
            && method.GetParameters().Length > 0 && method.GetParameters()[0].ParameterType == typeof(string[]));
        object[] given = new object[run.GetParameters().Length];
        given[0] = arguments;
        if (without.Length > 0)
            given[1] = ConfigWithout(library, without);
        run.Invoke(switcher, given);
    }

    /// <summary>
    /// ManualConfig.Create(DefaultConfig.Instance).AddFilter(new SimpleFilter(benchmark => !titles.Contains(benchmark.DisplayInfo))).
    /// </summary>
    private static object ConfigWithout(Assembly library, string[] titles)
    {
        Type benchmark = library.GetType("BenchmarkDotNet.Running.BenchmarkCase", throwOnError: true),
            filter = library.GetType("BenchmarkDotNet.Filters.SimpleFilter", throwOnError: true),
            manual = library.GetType("BenchmarkDotNet.Configs.ManualConfig", throwOnError: true);
        object usual = library.GetType("BenchmarkDotNet.Configs.DefaultConfig", throwOnError: true).GetField("Instance").GetValue(null);
        ParameterExpression one = Expression.Parameter(benchmark);
        Delegate wanted = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(benchmark, typeof(bool)),
            Expression.Not(Expression.Call(
                Expression.Constant(new HashSet<string>(titles)), "Contains", null, Expression.Property(one, "DisplayInfo"))),
            one).Compile();
        object config = manual.GetMethod("Create").Invoke(null, new[] { usual });
        var filters = Array.CreateInstance(library.GetType("BenchmarkDotNet.Filters.IFilter", throwOnError: true), 1);
        filters.SetValue(Activator.CreateInstance(filter, wanted), 0);
        manual.GetMethod("AddFilter").Invoke(config, new object[] { filters });
        return config;
    }
}
