using System.IO.Enumeration;
using BenchGate.Errors;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace Benchmarks.Engine;

/// <summary>
/// Refuses a pattern of full names that matches nothing. Beside one that does, nobody would notice that a part of the chosen cases was
/// never measured.
/// </summary>
internal static class CaseGlobs
{
    /// <param name="option">The option that has the patterns, for the message.</param>
    /// <param name="globs">Patterns with * and ?, as BenchmarkDotNet reads them.</param>
    /// <param name="cases">The chosen cases.</param>
    /// <exception cref="UsageException">A pattern matches none of them.</exception>
    public static void RequireEach(string option, IEnumerable<string> globs, IReadOnlyList<BenchmarkCase> cases) =>
        Refuse(option, globs.Where(glob => new GlobFilter([glob]) is var filter && !cases.Any(filter.Predicate)));

    /// <summary>The same with the full names of the cases, also of those that another build has.</summary>
    public static void RequireEach(string option, IEnumerable<string> globs, IReadOnlyList<string> names) =>
        Refuse(option, globs.Where(glob => !names.Any(name => FileSystemName.MatchesSimpleExpression(glob, name)
            || FileSystemName.MatchesSimpleExpression(glob, name.Split('(')[0])))); // a pattern need not have the arguments

    private static void Refuse(string option, IEnumerable<string> unmatched)
    {
        string[] globs = [.. unmatched.Select(glob => $"'{glob}'")];
        if (globs.Length > 0)
            throw new UsageException(
                $"{option} {string.Join(", ", globs)}: none of the chosen benchmarks matches; 'list' shows all of them.");
    }
}
