namespace Newsletter.Columns.Sources.Fetching;

/// <summary>A source could not be read; the message is a sentence for whoever looks after it.</summary>
internal sealed class SourceFaultException : Exception
{
    public SourceFaultException(string sentence, TimeSpan? wait = null)
        : base(sentence) => Wait = wait;

    public SourceFaultException(string sentence, Exception cause)
        : base(sentence, cause) { }

    /// <summary>How long the source asks to be left alone; null where it says nothing.</summary>
    public TimeSpan? Wait { get; }
}
