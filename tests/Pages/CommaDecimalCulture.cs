using System.Globalization;

namespace Tests.Pages;

/// <summary>While it lives, numbers of the current culture read 1,5: a report that forgets the invariant culture shows at once.</summary>
internal sealed class CommaDecimalCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CommaDecimalCulture() => CultureInfo.CurrentCulture = Create();

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    // Machines without ICU have no German; the comma is what counts.
    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat =
            new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−", NaNSymbol = "keine Zahl" };
        culture.DateTimeFormat = new() { DateSeparator = ".", TimeSeparator = "." };
        return culture;
    }
}
