namespace Benchmarks.Lessons;

/// <summary>A fan-out of which not every request ends well, and three ways to live with it.</summary>
/// <param name="Limit">How long a caller with patience waits for a single answer.</param>
internal sealed record FaultyFanOut(HttpClient Client, IReadOnlyList<Uri> Urls, TimeSpan Limit)
{
    /// <summary>Does not think of failure at all: the caller gets every answer or none.</summary>
    public async Task<Outcome> AllOrNothingAsync()
    {
        Task<string[]> all = Task.WhenAll(Urls.Select(url => Client.GetStringAsync(url)));
        try
        {
            string[] answers = await all;
            return new Outcome(answers.Length, 0, 0);
        }
        catch (HttpRequestException)
        {
            return new Outcome(Answers: 0, Caught: 1, all.Exception!.InnerExceptions.Count);
        }
    }

    /// <summary>Each request has its own time limit and its own end: what came in time is kept.</summary>
    public async Task<Outcome> EachOnItsOwnAsync()
    {
        string?[] answers = await Task.WhenAll(Urls.Select(async url =>
        {
            using var patience = new CancellationTokenSource(Limit);
            try
            {
                return await Client.GetStringAsync(url, patience.Token);
            }
            catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException)
            {
                return null;
            }
        }));
        int came = answers.Count(answer => answer is not null);
        return new Outcome(came, answers.Length - came, answers.Length - came);
    }

    /// <summary>All are needed: the first failure ends the others, too.</summary>
    public async Task<Outcome> FirstFailureEndsAllAsync()
    {
        using var others = new CancellationTokenSource();
        Task<string>[] requests = [.. Urls.Select(url => Client.GetStringAsync(url, others.Token))];
        int answers = 0;
        await foreach (Task<string> ended in Task.WhenEach(requests))
        {
            if (!ended.IsCompletedSuccessfully)
            {
                await others.CancelAsync();
                return new Outcome(answers, Caught: 1, Failures: 1);
            }

            answers++;
        }

        return new Outcome(answers, 0, 0);
    }
}

/// <summary>What the caller has in the end.</summary>
/// <param name="Answers">That can be worked with.</param>
/// <param name="Caught">Failures that the caller's own <c>catch</c> has met.</param>
/// <param name="Failures">Failures that can be looked up.</param>
internal sealed record Outcome(int Answers, int Caught, int Failures);
