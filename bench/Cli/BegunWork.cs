using Benchmarks.Errors;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>
/// Work that has begun. From here on nothing ends with exit code 2, which says that nothing was run: what cannot be used now is a failure.
/// </summary>
internal static class BegunWork
{
    /// <param name="log">The log of the run, which the report of a bug names; null if there is none.</param>
    public static async Task<T> DoAsync<T>(Func<Task<T>> work, string? log = null)
    {
        try
        {
            return await work();
        }
        catch (Exception unusable) when (unusable is UsageException or ScenarioException or RecordException)
        {
            throw new ExpectedFailureException(unusable.Message, unusable);
        }
        catch (Exception failure) when (log is not null)
        {
            BugReport.NameLog(failure, log);
            throw;
        }
    }
}
