namespace Results.Pages.Report;

/// <summary>The two articles about Python's httpx, row by row: A fetches a home page 200 times, B fetches 150 Pokémon.</summary>
public static class ArticleRows
{
    /// <summary>
    /// In the articles' order; the first row of an article that has a time is its baseline. The times stand in the scenarios' files, and
    /// from there in a run's cases.
    /// </summary>
    public static IReadOnlyList<ArticleRow> All { get; } =
    [
        new("A", "a loop, a new client for every call", "baidu", "sequential-sync-new-client",
            "The same by construction: the scenario's delays are this figure divided by the calls. What ours has on top is the cost of a new client and a new connection, call after call.", 3),
        new("A", "all calls together, one client", "baidu", "when-all",
            "Here all calls wait side by side for a single delay, on connections that are open already. The article's program opened its own; our cold operation does so, too, and takes longer (report.md: 'One operation of each'). The rest is a capacity on the article's side. Its client's pool of 100 connections would have made only two rounds, so something narrower held it: the site, the line or the interpreter; its figures cannot tell which. With a capacity the same code here falls back to a small factor, too.", 9),
        new("B", "one request, number 151", "pokeapi", "single",
            "The article prints the name, mew, and no time. Ours is one delay, on a connection that is open already.", 1),
        new("B", "a loop, blocking", "pokeapi", "sequential-sync",
            "The article's figure is a rounded one, and its two loops ran at different moments over the internet. Against a server whose delays do not change they take the same time.", 1),
        new("B", "a loop, each call awaited", "pokeapi", "sequential-await",
            "The same by construction: the scenario's delay is this figure divided by the requests. Awaiting one call before the next is started gives the thread back, not the time.", 1),
        new("B", "gather: all together", "pokeapi", "when-all",
            "Here the server takes all requests at once and the longest wait is all that is left. The article's figure is that of 5.6 at a time: the sum of the delays / 1.54 s. Its client's pool of 100 connections would have made only two rounds, so something narrower held it: the server, the line or the interpreter; its figures cannot tell which.", 9),
    ];

    /// <summary>What the articles claim without a time.</summary>
    public static IReadOnlyList<ArticleClaim> Claims { get; } =
    [
        new("A", "a coroutine takes about 1 KB, a thread about 1 MB of stack",
            "Right in its order, and it depends on what is counted: the stack is reserved, but only a small part of it becomes resident; a waiting task is the state machine alone, before client and connection are counted.", 13),
        new("A", "still on a single thread", "Right for Python, and possible here: on a single-threaded context the fan-out takes as long. By default .NET resumes on the thread pool.", 12),
        new("A", "no locks are needed on a single thread", "Right on a single-threaded context, as long as no await stands between reading and writing. On the thread pool a plain counter loses counts.", 12),
        new("A", "no use for CPU-bound work", "Right: awaiting computes nothing faster. Cores do.", 14),
        new("A", "the kept connections do most of the heavy lifting", "Not by what is measured here. A loop that changes only this saves the connect delay of each call, 28 of 83 ms by our assumption, and waits for the latency as before. The fan-out saves nearly all of the rest.", 3),
    ];
}
