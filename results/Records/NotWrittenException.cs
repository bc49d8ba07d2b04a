namespace Results.Records;

/// <summary>
/// A result or a page cannot be written: the disk is full, or its folder is gone. The message is one line for a person: file, what is
/// wrong, what to do.
/// </summary>
public sealed class NotWrittenException(string message, Exception? inner = null) : Exception(message, inner);
