namespace Newsletter.Issues;

/// <summary>One dated edition of a publication, carrying columns in an order.</summary>
internal sealed class Issue
{
    private readonly List<IssueColumn> columns = [];

    // For EF.
    private Issue() { }

    public Issue(int publicationId, int editionId, int number, DateTimeOffset now)
    {
        (PublicationId, EditionId, Number, CreatedAt) = (publicationId, editionId, number, now);
    }

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public int EditionId { get; private set; }

    /// <summary>From 1, by publication.</summary>
    public int Number { get; private set; }

    /// <summary>As a person gave it; null to let the columns make it.</summary>
    public string? Subject { get; private set; }

    /// <summary>As a person gave it; null to let the columns make it.</summary>
    public string? Preheader { get; private set; }

    /// <summary>A segment, as it is written: only readers in it receive the issue; null for all of the edition.</summary>
    public string? Segment { get; private set; }

    public IssueState State { get; private set; } = IssueState.Draft;

    /// <summary>The state to go back to when a person resumes it; null unless paused or held.</summary>
    public IssueState? StoppedFrom { get; private set; }

    /// <summary>Why the program holds it.</summary>
    public string? HeldBecause { get; private set; }

    /// <summary>How often the program held it: each time is an event of its own.</summary>
    public int Holds { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why an approval that it had is taken away; null where it never was, or it is approved anew.</summary>
    public string? ApprovalLost { get; private set; }

    /// <summary>Who changed the draft last; null where no person did.</summary>
    public string? ChangedBy { get; private set; }

    public DateTimeOffset? QueuedAt { get; private set; }

    /// <summary>Nothing goes out, and the audience is not frozen, before this instant.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>A person wants it to reach nobody before this instant, whoever queues it for when; null for no embargo.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>When the audience was frozen.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>How many readers it was frozen for; null before that. What of them is not sent is counted from the ledger.</summary>
    public int? Audience { get; private set; }

    /// <summary>The last reader of its first slice, by id; null where it goes to everybody (by now).</summary>
    public long? FirstSliceUpTo { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<IssueColumn> Columns => columns;

    public void Carry(int columnId, int revision) => columns.Add(new IssueColumn(columnId, revision, columns.Count));

    /// <summary>Carries these and no others, in this order.</summary>
    /// <param name="order">Each column once, with the revision that a column new to the issue is carried in.</param>
    public void Arrange(IReadOnlyList<(int ColumnId, int Revision)> order)
    {
        Allow("be given other columns", IssueState.Draft);
        columns.RemoveAll(carried => !order.Any(wanted => wanted.ColumnId == carried.ColumnId));
        foreach (var (place, (columnId, revision)) in order.Index())
        {
            if (columns.Find(carried => carried.ColumnId == columnId) is { } carried)
                carried.MoveTo(place);
            else
                columns.Add(new IssueColumn(columnId, revision, place));
        }
    }

    /// <param name="newest">The newest revision of each column.</param>
    public void Renew(IReadOnlyDictionary<int, int> newest)
    {
        Allow("be given newer columns", IssueState.Draft);
        foreach (var column in columns.Where(column => newest[column.ColumnId] > column.Revision))
            column.Take(newest[column.ColumnId]);
    }

    public void Headline(string? subject, string? preheader)
    {
        Allow("be given another subject", IssueState.Draft);
        (Subject, Preheader) = (OneLine(subject, "subject"), OneLine(preheader, "preheader"));
    }

    /// <param name="segment">Checked already, by whoever can read it.</param>
    public void AddressTo(string? segment)
    {
        Allow("be given another audience", IssueState.Draft);
        Segment = segment;
    }

    /// <param name="until">Null to lift it.</param>
    public void Embargo(DateTimeOffset? until)
    {
        if (State is IssueState.Sending or IssueState.Sent or IssueState.Cancelled || StartedAt is not null)
            throw new Refusal(
                $"Issue {Id} is {Word(State)}: an embargo comes too late for it; only one that no reader was sent can be kept back."
            );
        EmbargoUntil = until;
    }

    public void Approve(string by, DateTimeOffset now)
    {
        Allow("be approved", IssueState.Draft, IssueState.Approved);
        (State, ApprovedBy, ApprovedAt, ApprovalLost) = (IssueState.Approved, by, now, null);
    }

    /// <summary>Whether the other, read at another time, was made of the same: columns, headline and audience.</summary>
    public bool IsMadeAs(Issue other) =>
        (Subject, Preheader, Segment) == (other.Subject, other.Preheader, other.Segment)
        && Made(columns).SequenceEqual(Made(other.columns));

    private static IEnumerable<(int, int)> Made(IEnumerable<IssueColumn> of) =>
        of.OrderBy(column => column.Position).Select(column => (column.ColumnId, column.Revision));

    /// <summary>Is a draft again, that can be changed and must be approved anew.</summary>
    /// <param name="because">What a person reads who finds it so.</param>
    public void Reopen(string because)
    {
        Allow("be changed again", IssueState.Approved);
        (State, ApprovedBy, ApprovedAt, ApprovalLost) = (IssueState.Draft, null, null, because);
    }

    /// <summary>A person stands for what the draft is now; somebody else may have to approve it.</summary>
    public void ChangeAs(string? by) => ChangedBy = by ?? ChangedBy;

    /// <param name="notBefore">When it may go out; now where it is in the past.</param>
    public void Queue(DateTimeOffset notBefore, DateTimeOffset now)
    {
        Allow("be queued", IssueState.Approved);
        if (EmbargoUntil is { } embargo && (notBefore < now ? now : notBefore) < embargo)
            throw new Refusal(
                $"Issue {Id} is under embargo until {embargo:yyyy-MM-dd'T'HH:mm:ss'Z'}; queue it for then or later (--at), or lift the embargo with \"newsletter issue embargo {Id} --until off\"."
            );
        (State, QueuedAt, NotBefore) = (IssueState.Queued, now, notBefore < now ? now : notBefore);
    }

    public void Pause()
    {
        Allow("be paused", IssueState.Queued, IssueState.Sending);
        (State, StoppedFrom) = (IssueState.Paused, State);
    }

    public void Hold(string because)
    {
        Allow("be held", IssueState.Draft, IssueState.Approved, IssueState.Queued, IssueState.Sending);
        (State, StoppedFrom, HeldBecause, Holds) = (IssueState.Held, State, because, Holds + 1);
    }

    public void Resume()
    {
        Allow("be resumed", IssueState.Paused, IssueState.Held);
        // Who resumes what the program held while it was going out has looked at it: the rest goes.
        if (State is IssueState.Held && StoppedFrom is IssueState.Sending)
            FirstSliceUpTo = null;
        (State, StoppedFrom, HeldBecause) = (StoppedFrom ?? IssueState.Draft, null, null);
    }

    public void Cancel(DateTimeOffset now)
    {
        if (State is IssueState.Sent or IssueState.Cancelled)
            throw new Refusal(
                $"Issue {Id} is {Word(State)} and cannot be cancelled; what is sent stays sent, and what is cancelled stays so."
            );
        (State, StoppedFrom, HeldBecause, FinishedAt) = (IssueState.Cancelled, null, null, now);
    }

    private void Allow(string act, params ReadOnlySpan<IssueState> from)
    {
        if (from.Contains(State))
            return;
        var allowed = string.Join(" or ", from.ToArray().Select(Word));
        throw new Refusal($"Issue {Id} is {Word(State)} and cannot {act}; only one that is {allowed} can.");
    }

    private static string Word(IssueState state) => state.ToString().ToLowerInvariant();

    private static string? OneLine(string? text, string what) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Any(char.IsControl)
            ? throw new Refusal($"The {what} holds a line break or control character; write it on one line.")
        : text.Length > 300
            ? throw new Refusal($"The {what} has {text.Length} characters; 300 are the most an inbox keeps.")
        : text.Trim();
}
