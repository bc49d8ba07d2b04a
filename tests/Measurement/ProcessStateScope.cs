using System.Collections;

namespace Tests.Measurement;

/// <summary>
/// Removes the suite's variables from the environment, and restores the variables and the current directory afterwards. They belong to the
/// process, so a test that uses this must be in <see cref="Collection"/>.
/// </summary>
internal sealed class ProcessStateScope : IDisposable
{
    /// <summary>No other test runs at the same time.</summary>
    public const string Collection = "process state";

    private readonly Dictionary<string, string?> _before = Variables();
    private readonly string _directory = Directory.GetCurrentDirectory();

    public ProcessStateScope()
    {
        foreach (string name in _before.Keys)
            Environment.SetEnvironmentVariable(name, null);
    }

    public void Dispose()
    {
        foreach (string name in Variables().Keys.Except(_before.Keys))
            Environment.SetEnvironmentVariable(name, null);
        foreach ((string name, string? value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Directory.SetCurrentDirectory(_directory);
    }

    private static Dictionary<string, string?> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(entry => ((string)entry.Key).StartsWith("BENCH_", StringComparison.Ordinal))
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
}

[CollectionDefinition(ProcessStateScope.Collection, DisableParallelization = true)]
public sealed class ProcessStateGroup;
