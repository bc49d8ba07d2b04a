using BenchGate.Errors;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>
/// Work that has begun. Exit code 2 says that nothing was run, so from here on bad input is a failure, with exit code 1.
/// </summary>
internal static class BegunWork
{
    /// <param name="log">The log of the run, which a bug report names; null if there is none.</param>
    public static async Task<T> DoAsync<T>(Func<Task<T>> work, string? log = null)
    {
        try
        {
            return await work();
        }
        catch (Exception unusable) when (Unwrapped.Of(unusable) is UsageException or ScenarioException or RecordException)
        {
            throw new ExpectedFailureException(Unwrapped.Of(unusable).Message, unusable);
        }
        catch (Exception failure) when (log is not null)
        {
            BugReport.NameLog(failure, log);
            throw;
        }
    }
}
