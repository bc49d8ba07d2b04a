using System.Reflection;

namespace BenchGate.Errors;

/// <summary>
/// The exception inside of those that the runtime puts around it: for a static initialiser, for reflection, for a single task. They say
/// nothing that a user can use.
/// </summary>
internal static class Unwrapped
{
    public static Exception Of(Exception thrown) => thrown switch
    {
        TypeInitializationException { InnerException: { } inner } => Of(inner),
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerExceptions: [var only] } => Of(only),
        _ => thrown,
    };
}
