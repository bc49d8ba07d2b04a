using System.Reflection;
using Benchmarks.Fetching;

namespace Benchmarks.Macro;

/// <summary>The fetch strategy that a benchmark method runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class StrategyAttribute : Attribute
{
    protected abstract IFetchStrategy Strategy { get; }

    /// <summary>The strategy of a benchmark method; null for a method without the attribute.</summary>
    public static IFetchStrategy? Of(MethodInfo method) => method.GetCustomAttribute<StrategyAttribute>()?.Strategy;
}

/// <inheritdoc/>
/// <typeparam name="T">The strategy, with its default limit if it has one.</typeparam>
public sealed class StrategyAttribute<T> : StrategyAttribute
    where T : IFetchStrategy, new()
{
    protected override IFetchStrategy Strategy { get; } = new T();
}
