namespace Results.Records;

/// <summary>
/// What one check of the instrument found: a figure, the bound it was held against, and what to do where it does not hold.
/// </summary>
/// <param name="Name">Kebab-case and immutable; one figure, so a check that measures several gives several records.</param>
/// <param name="Value">Finite, in <paramref name="Unit"/>; null where the system does not tell.</param>
/// <param name="Unit">Such as "ms", "%" or "requests"; empty for a plain ratio.</param>
/// <param name="Bound">For people, such as "&lt;= 0.2"; in the unit of the value.</param>
/// <param name="Ok">True if the value is within the bound, or unknown and nothing hangs on it.</param>
/// <param name="Remedy">One sentence: what a person does where it is not ok.</param>
public sealed record CheckRecord(string Name, double? Value, string Unit, string Bound, bool Ok, string Remedy);
