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

    /// <param name="itemsOf">Under which address its items are known, where that is another than its own.</param>
    public Source(Publication publication, SourceKind kind, string address, DateTimeOffset now, string? itemsOf = null)
    {
        (PublicationId, Kind, Address, AddedAt, NextAt) = (publication.Id, kind, address, now, now);
        FirstAddress = itemsOf == address ? null : itemsOf;
    }

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public SourceKind Kind { get; private set; }

    /// <summary>The absolute address of the site or the feed, or the full path of the folder.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Under which its items became columns, before it moved to <see cref="Address"/>; null where it never moved.</summary>
    public string? FirstAddress { get; private set; }

    /// <summary>What makes its items the same columns, whatever its address became since.</summary>
    public string ItemsOf => FirstAddress ?? Address;

    /// <summary>What was published on an earlier day is taken in and set aside; null where nothing is.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Whether the page behind an item is read where the feed holds only an excerpt.</summary>
    public bool ReadsPages { get; private set; }

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

    /// <summary>Since when it is not fetched by itself; null where it is.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>The first failure of those in a row; null where the last fetch succeeded.</summary>
    public DateTimeOffset? FailsSince { get; private set; }

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
        Told = Cut(told);
        Rest(now, every);
    }

    /// <summary>Its items stay the columns that they are; it is asked at the new address at the next turn.</summary>
    /// <param name="address">As <see cref="Address"/>.</param>
    public void Move(string address, DateTimeOffset now)
    {
        if (address == Address)
            return;
        (FirstAddress, Address) = (ItemsOf == address ? null : ItemsOf, address);
        // Another server may name itself otherwise, and knows nothing of what this one gave to ask by.
        Title = null;
        ReadAnew();
        BeginAnew(now);
    }

    /// <summary>What was taken in before stays as it was decided on.</summary>
    public void SetAsideBefore(DateOnly? day) => Since = day;

    /// <summary>The excerpts that it still holds are read anew.</summary>
    public void ReadPages(bool readsPages)
    {
        if (readsPages == ReadsPages)
            return;
        ReadsPages = readsPages;
        ReadAnew();
    }

    /// <summary>Whether a fetch that began then still tells of it as it is now.</summary>
    public bool IsAskedAs(Source then) => (Address, ReadsPages) == (then.Address, then.ReadsPages);

    public void Pause(DateTimeOffset now) => PausedAt ??= now;

    /// <summary>It is asked at the next turn; what failed before the pause is over.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (PausedAt is null)
            return;
        PausedAt = null;
        BeginAnew(now);
    }

    /// <summary>Whoever fetches it asks for this much time more, before others may.</summary>
    public void Claim(DateTimeOffset until) => NextAt = until;

    /// <summary>Nothing is new.</summary>
    public void Rest(DateTimeOffset now, TimeSpan every)
    {
        BeginAnew(now + every);
        FetchedAt = now;
    }

    /// <summary>Each failure in a row doubles the wait, up to a day; a server that says how long is taken at its word.</summary>
    public void Fail(string sentence, TimeSpan? asked, DateTimeOffset now, TimeSpan every)
    {
        Failures++;
        FailsSince ??= now;
        var doubled = every * Math.Pow(2, Math.Min(Failures - 1, 10));
        var wait = asked > doubled ? asked.Value : doubled;
        (Trouble, NextAt) = (Cut(sentence), now + (wait < LongestWait ? wait : LongestWait));
    }

    // What is there is read though nothing of it is new.
    private void ReadAnew() => (ETag, LastModified) = (null, null);

    private void BeginAnew(DateTimeOffset next) => (Trouble, Failures, FailsSince, NextAt) = (null, 0, null, next);

    private static TimeSpan LongestWait { get; } = TimeSpan.FromDays(1);

    private static string Cut(string text) =>
        text.Length <= Longest
            ? text
            : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
}
