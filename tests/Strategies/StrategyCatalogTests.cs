using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Tests.Strategies;

public sealed class StrategyCatalogTests
{
    [Fact]
    public void Ids_are_kebab_case_unique_and_found_again()
    {
        Assert.All(StrategyCatalog.All, strategy =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", strategy.Descriptor.Id);
            Assert.Same(strategy, StrategyCatalog.Find(strategy.Descriptor.Id));
            Assert.NotEmpty(strategy.Descriptor.Name);
            Assert.EndsWith(".", strategy.Descriptor.UseWhen, StringComparison.Ordinal);
        });
        Assert.Equal(
            StrategyCatalog.All.Count,
            StrategyCatalog.All.Select(strategy => strategy.Descriptor.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_strategy_that_is_written_is_in_the_catalog()
    {
        // lessons and limits have their own wrong or decorated strategies, which users must not choose
        IEnumerable<Type> written = typeof(StrategyCatalog).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false }
                && type.Namespace == typeof(StrategyCatalog).Namespace
                && type.IsAssignableTo(typeof(IFetchStrategy)));
        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            StrategyCatalog.All.Select(strategy => strategy.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_single_request_is_not_general() =>
        Assert.Equal("single", Assert.Single(StrategyCatalog.All.Except(StrategyCatalog.General)).Descriptor.Id);

    [Fact]
    public void Anti_patterns_are_marked_and_say_never() =>
        Assert.All(StrategyCatalog.All, strategy => Assert.Equal(
            strategy.Descriptor.IsAntiPattern,
            strategy.Descriptor.UseWhen.StartsWith("Never", StringComparison.Ordinal)));

    [Fact]
    public void An_unknown_id_is_answered_with_all_that_there_are()
    {
        string message = Assert.Throws<UsageException>(() => StrategyCatalog.Find("nonsense")).Message;
        Assert.All(StrategyCatalog.All, strategy => Assert.Contains(strategy.Descriptor.Id, message, StringComparison.Ordinal));
    }
}
