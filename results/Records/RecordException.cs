namespace Results.Records;

/// <summary>
/// A stored run, or the folder for one, cannot be used. The message is one line for a person: file, place, what is wrong, what to do.
/// </summary>
public sealed class RecordException(string message, Exception? inner = null) : Exception(message, inner);
