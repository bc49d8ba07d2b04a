namespace Tests.House;

/// <summary>Which folder uses which. A folder is a namespace; a test checks that the two are equal.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    /// <summary>The folders of these types.</summary>
    public static FolderGraph Of(IEnumerable<Type> types)
    {
        var graph = new FolderGraph();
        Type[] ours = [.. types.Where(type => type.Namespace is not null && UsedTypes.Outermost(type) == type)];
        HashSet<Type> known = [.. ours];
        foreach (Type type in ours)
        {
            foreach (Type used in UsedTypes.Of(type).Where(known.Contains))
                graph.Add(type.Namespace!, used.Namespace!, $"{type.Name} uses {used.Name}");
        }

        return graph;
    }

    public bool Uses(string from, string to) => _uses.TryGetValue(from, out SortedDictionary<string, string>? used) && used.ContainsKey(to);

    /// <param name="why">For the message of a failed test.</param>
    public void Add(string from, string to, string why)
    {
        _uses.TryAdd(from, new(StringComparer.Ordinal));
        _uses.TryAdd(to, new(StringComparer.Ordinal));
        if (from != to)
            _uses[from].TryAdd(to, why);
    }

    /// <summary>The uses that are part of a cycle, one line each; empty if there is no cycle.</summary>
    public IReadOnlyList<string> Circles() =>
    [
        .. from folder in _uses
           from use in folder.Value
           where Reachable(use.Key).Contains(folder.Key)
           select $"{folder.Key} -> {use.Key}: {use.Value}",
    ];

    private HashSet<string> Reachable(string from)
    {
        HashSet<string> reached = [];
        var next = new Stack<string>([from]);
        while (next.TryPop(out string? folder))
        {
            if (!reached.Add(folder))
                continue;
            foreach (string used in _uses[folder].Keys)
                next.Push(used);
        }

        return reached;
    }
}
