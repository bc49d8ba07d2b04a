namespace Benchmarks.Lessons;

/// <summary>A fan-out in which some requests fail, and three ways to handle the failures.</summary>
/// <param name="Limit">The timeout of a single request.</param>
internal sealed record FaultyFanOut(HttpClient Client, IReadOnlyList<Uri> Urls, TimeSpan Limit)
{
    /// <summary>Handles no failure inside the fan-out: the caller gets all responses or none.</summary>
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

    /// <summary>Each request has its own timeout, and the responses that arrive in time are kept.</summary>
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

    /// <summary>All responses are needed, so the first failure cancels the other requests.</summary>
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

/// <summary>The result for the caller.</summary>
/// <param name="Answers">Responses that the caller can use.</param>
/// <param name="Caught">Failures that the caller's <c>catch</c> caught.</param>
/// <param name="Failures">Failures that the task or the loop has recorded.</param>
internal sealed record Outcome(int Answers, int Caught, int Failures);
