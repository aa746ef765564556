namespace Newsletter.Subscribers.Segments;

internal enum ReaderText
{
    Name,

    /// <summary>Compared as addresses are: the local part without case, the domain as an A-label.</summary>
    Email,
}
