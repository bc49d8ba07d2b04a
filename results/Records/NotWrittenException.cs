namespace Results.Records;

/// <summary>
/// A result or a page cannot be written: the disk is full, or the folder was removed. The message is one line for a person: file, what is
/// wrong, what to do.
/// </summary>
public sealed class NotWrittenException(string message, Exception? inner = null) : Exception(message, inner);
