namespace Results.Records;

/// <summary>The parts of a BenchmarkDotNet full name: <c>Namespace.Class.Method(argument: value)</c>.</summary>
/// <param name="Type">Namespace and class.</param>
/// <param name="Method">The method alone.</param>
/// <param name="Arguments">The parameters with parentheses, or empty. Cases with different parameters are never compared.</param>
public sealed record CaseName(string Type, string Method, string Arguments)
{
    /// <summary>The class without its namespace.</summary>
    public string Class => Type[(LastDot(Type) + 1)..];

    /// <summary>Splits a name. A name without a class is only a method.</summary>
    public static CaseName Parse(string fullName)
    {
        // A parameter's text may contain dots and parentheses, so the first parenthesis decides.
        int open = fullName.IndexOf('(', StringComparison.Ordinal);
        (string path, string arguments) = open < 0 ? (fullName, "") : (fullName[..open], fullName[open..]);
        int dot = LastDot(path);
        return dot < 0 ? new("", path, arguments) : new(path[..dot], path[(dot + 1)..], arguments);
    }

    // The last dot outside of type arguments: Class<System.Int32>.Method.
    private static int LastDot(string path)
    {
        int depth = 0;
        for (int i = path.Length - 1; i >= 0; i--)
        {
            depth += path[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (path[i] == '.' && depth == 0)
                return i;
        }

        return -1;
    }
}
