using System.Globalization;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>The bound of a check's value, both ends included, in the unit of the value.</summary>
public sealed record CheckBound(double Least, double Most)
{
    public static CheckBound AtMost(double most) => new(double.NegativeInfinity, most);

    public static CheckBound AtLeast(double least) => new(least, double.PositiveInfinity);

    public static CheckBound Exactly(double value) => new(value, value);

    /// <summary>Such as "&lt;= 0.2", "&gt;= 0.94", "= 1" or "0.9 … 1.02".</summary>
    public override string ToString()
    {
        if (double.IsNegativeInfinity(Least))
            return string.Create(CultureInfo.InvariantCulture, $"<= {Most}");
        if (double.IsPositiveInfinity(Most))
            return string.Create(CultureInfo.InvariantCulture, $">= {Least}");
        return Least.Equals(Most)
            ? string.Create(CultureInfo.InvariantCulture, $"= {Most}")
            : string.Create(CultureInfo.InvariantCulture, $"{Least} … {Most}");
    }

    /// <summary>Compares the value with the bound. Null is unknown and passes: the report shows it as unknown, not as good.</summary>
    public CheckRecord Judge(string name, double? value, string unit, string remedy) =>
        new(name, value, unit, ToString(), value is null || (value >= Least && value <= Most), remedy);
}
