namespace Results.Pages.Report;

/// <summary>The two articles about Python's httpx, row by row: A fetches a home page 200 times, B fetches 150 Pokémon.</summary>
public static class ArticleRows
{
    /// <summary>
    /// In the articles' order. The first row of an article that has a time is its baseline. The times come from the scenarios' files,
    /// through a run's cases.
    /// </summary>
    public static IReadOnlyList<ArticleRow> All { get; } =
    [
        new("A", "a loop, a new client for every call", "baidu", "sequential-sync-new-client",
            "The same by construction: the scenario's delays are this figure divided by the number of calls. Ours also has the cost of a "
                + "new client and a new connection for each call.", 3),
        new("A", "all calls together, one client", "baidu", "when-all",
            "Here all calls wait at the same time for a single delay, on connections that are already open. The article's program had to "
                + "open its connections. Our cold operation does so, too, and takes longer (report.md: 'One operation of each'). The "
                + "rest is a capacity on the article's side. Its client's pool of 100 connections needs only two rounds, so something "
                + "smaller limited it: the site, the network or the interpreter. Its figures do not tell which. With a limited capacity, "
                + "the same code here is only a few times faster, too.", 9),
        new("B", "one request, number 151", "pokeapi", "single",
            "The article prints the name, mew, and no time. Ours is one delay, on a connection that is already open.", 1),
        new("B", "a loop, blocking", "pokeapi", "sequential-sync",
            "The article's figure is rounded, and its two loops ran at different times over the internet. With a server whose delays do "
                + "not change, they take the same time.", 1),
        new("B", "a loop, each call awaited", "pokeapi", "sequential-await",
            "The same by construction: the scenario's delay is this figure divided by the number of requests. If a loop awaits each call "
                + "before it starts the next, it frees the thread but saves no time.", 1),
        new("B", "gather: all together", "pokeapi", "when-all",
            "Here the server accepts all requests at once, so only the longest wait is left. The article's figure fits 5.6 requests at a "
                + "time: the sum of the delays / 1.54 s. Its client's pool of 100 connections needs only two rounds, so something "
                + "smaller limited it: the server, the network or the interpreter. Its figures do not tell which.", 9),
    ];

    /// <summary>What the articles claim without a time.</summary>
    public static IReadOnlyList<ArticleClaim> Claims { get; } =
    [
        new("A", "a coroutine takes about 1 KB, a thread about 1 MB of stack",
            "The order of magnitude is right, but it depends on what is counted. The stack is reserved, but only a small part of it "
                + "becomes resident. The figure for a waiting task counts only its state machine, not client and connection.", 13),
        new("A", "still on a single thread", "Right for Python, and possible here: on a single-threaded context, the fan-out takes the "
            + "same time. By default, .NET resumes on the thread pool.", 12),
        new("A", "no locks are needed on a single thread", "Right on a single-threaded context, if there is no await between reading and "
            + "writing. On the thread pool, a plain counter loses counts.", 12),
        new("A", "no use for CPU-bound work", "Right: await does not make computing faster. More cores do.", 14),
        new("A", "the kept connections do most of the heavy lifting", "The measurements here do not show this. A loop that changes only "
            + "this saves the connect delay of each call, 28 of 83 ms by our assumption. It still waits for the latency. The fan-out "
            + "saves nearly all of the rest.", 3),
    ];
}
