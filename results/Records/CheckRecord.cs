namespace Results.Records;

/// <summary>
/// The result of one check of the instrument: a value, its bound, and what to do if the value is out of bounds.
/// </summary>
/// <param name="Name">Kebab-case and immutable. A check with several values gives several records.</param>
/// <param name="Value">Finite, in <paramref name="Unit"/>; null if the system does not provide it.</param>
/// <param name="Unit">Such as "ms", "%" or "requests"; empty for a plain ratio.</param>
/// <param name="Bound">For people, such as "&lt;= 0.2"; in the unit of the value.</param>
/// <param name="Ok">True if the value is within the bound, or if it is unknown and not needed.</param>
/// <param name="Remedy">One sentence: what to do if the check is not ok.</param>
public sealed record CheckRecord(string Name, double? Value, string Unit, string Bound, bool Ok, string Remedy);
