namespace Results.Records;

/// <summary>Reads the server's name in records that were written before it had its present one.</summary>
internal static class ServerKind
{
    /// <summary>Bare Kestrel was called "embedded" until November 2026; all other names are as they are.</summary>
    public static string Current(string name) => name == "embedded" ? "kestrel" : name;
}
