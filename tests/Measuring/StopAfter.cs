using System.Globalization;

namespace Tests.Measuring;

/// <summary>Cancels when a line with a certain beginning is written.</summary>
internal sealed class StopAfter(string text, CancellationTokenSource stop) : StringWriter(CultureInfo.InvariantCulture)
{
    public override Task WriteLineAsync(string? value)
    {
        if (value!.StartsWith(text, StringComparison.Ordinal))
            stop.Cancel();
        return Task.CompletedTask;
    }
}
