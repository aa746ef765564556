using Newsletter.Addresses;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Where columns of a publication come from by themselves, and how its last fetch went.</summary>
internal sealed class Source
{
    /// <summary>What <see cref="Trouble"/> and <see cref="Told"/> hold at most, in characters.</summary>
    public const int Longest = 2000;

    public const int LongestTitle = 500;

    // For EF.
    private Source() { }

    public Source(Publication publication, SourceKind kind, string address, DateTimeOffset now) =>
        (PublicationId, Kind, Address, AddedAt, NextAt) = (publication.Id, kind, address, now, now);

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public SourceKind Kind { get; private set; }

    /// <summary>The absolute address of the site or the feed, or the full path of the folder.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was published on an earlier day is taken in and set aside; null where nothing is.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether the page behind an item is read where the feed holds only an excerpt.</summary>
    public bool ReadsPages { get; init; }

    /// <summary>As the source names itself; null until it was fetched.</summary>
    public string? Title { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Not fetched by itself before this instant.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>The last fetch that succeeded; null where none did.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>Up to when it was read whole, not by a site's feed instead; null where its oldest item was never reached.</summary>
    public DateTimeOffset? ReadUpTo { get; private set; }

    /// <summary>What the server gave to ask by whether anything is new (RFC 9110 section 8.8).</summary>
    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Why the last fetch failed, in a sentence; null where it succeeded.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What the last fetch that succeeded found, and what it could not read, in sentences.</summary>
    public string? Told { get; private set; }

    public void Succeed(SourceContent content, string told, DateTimeOffset now, TimeSpan every)
    {
        (ETag, LastModified) = (content.ETag, content.LastModified);
        ReadUpTo = content.ReadUpTo ?? ReadUpTo;
        if (content.Title is { } title)
            Title = OneLine.Shortened(OneLine.Cleaned(title), LongestTitle);
        (Told, Trouble, Failures) = (Cut(told), null, 0);
        (FetchedAt, NextAt) = (now, now + every);
    }

    /// <summary>Whoever fetches it asks for this much time more, before others may.</summary>
    public void Claim(DateTimeOffset until) => NextAt = until;

    /// <summary>Nothing is new.</summary>
    public void Rest(DateTimeOffset now, TimeSpan every) =>
        (Trouble, Failures, FetchedAt, NextAt) = (null, 0, now, now + every);

    /// <summary>Each failure in a row doubles the wait, up to a day; a server that says how long is taken at its word.</summary>
    public void Fail(string sentence, TimeSpan? asked, DateTimeOffset now, TimeSpan every)
    {
        Failures++;
        var doubled = every * Math.Pow(2, Math.Min(Failures - 1, 10));
        var wait = asked > doubled ? asked.Value : doubled;
        (Trouble, NextAt) = (Cut(sentence), now + (wait < LongestWait ? wait : LongestWait));
    }

    private static TimeSpan LongestWait { get; } = TimeSpan.FromDays(1);

    private static string Cut(string text) =>
        text.Length <= Longest
            ? text
            : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
}
