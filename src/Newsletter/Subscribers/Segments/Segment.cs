namespace Newsletter.Subscribers.Segments;

/// <summary>
/// A part of the readers of a publication, by what is known of them: read from a line that people write, and written
/// back in one form of it. Who is in it is asked of the database, by whoever knows the tables.
/// </summary>
internal abstract record Segment
{
    /// <summary>The most characters of a segment, as it is typed and as it is kept.</summary>
    public const int MostCharacters = 2000;

    /// <summary>How deep "not" and parentheses may stand in each other.</summary>
    public const int Deepest = 20;

    private Segment() { }

    /// <exception cref="Refusal">It is none; the sentence says at which character, and what was expected there.</exception>
    public static Segment Parse(string text) => new SegmentParser(text).Whole();

    /// <summary>As it is kept: reading it gives the same segment again.</summary>
    public sealed override string ToString() => SegmentText.Of(this);

    internal sealed record Both(Segment Left, Segment Right) : Segment;

    internal sealed record Either(Segment Left, Segment Right) : Segment;

    internal sealed record Not(Segment Of) : Segment;

    /// <summary>The name, or the address, of a reader.</summary>
    internal sealed record OfReader(ReaderText What, TextComparison Comparison, string Value) : Segment;

    /// <param name="Name">Lower-case, as fields are kept.</param>
    internal sealed record Field(string Name, TextComparison Comparison, string Value) : Segment;

    /// <summary>Whether a field is filled in at all.</summary>
    internal sealed record HasField(string Name) : Segment;

    internal sealed record Tag(string Value) : Segment;

    /// <param name="Language">Lower-case ISO 639-1: the reader's own, or else the publication's.</param>
    internal sealed record InLanguage(string Language) : Segment;

    /// <param name="State">As lists show it; null for those whom a suppression keeps from all mail.</param>
    internal sealed record InState(SubscriptionState? State) : Segment;

    /// <param name="Rhythm">The name of an edition.</param>
    internal sealed record InRhythm(string Rhythm) : Segment;

    /// <summary>Consent was given at most so long ago.</summary>
    internal sealed record JoinedLately(int Count, DateUnit Unit) : Segment;

    /// <summary>Consent was given before a day, on it or after it, by the clock of the publication.</summary>
    internal sealed record Joined(DayRelation Relation, DateOnly Day) : Segment;

    /// <param name="Publication">The slug of another publication, which goes to the reader too.</param>
    internal sealed record SubscribedTo(string Publication) : Segment;

    /// <param name="Number">That of an issue of the same publication.</param>
    internal sealed record Received(int Number) : Segment;

    /// <summary>At least one of the issues that went out last.</summary>
    internal sealed record ReceivedAnyOfLast(int Count) : Segment;
}
