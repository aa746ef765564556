namespace Newsletter.Web.Readers;

/// <summary>What the pages of signing up say, in one language. <c>{0}</c> is a publication's title, or what was typed.</summary>
internal sealed record SignUpWords
{
    public required string Title { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string Trap { get; init; }
    public required string Agreement { get; init; }
    public required string Button { get; init; }
    public required string Aside { get; init; }

    public required string CheckTitle { get; init; }
    public required string CheckText { get; init; }
    public required string CheckAdvice { get; init; }

    public required string ClosedTitle { get; init; }
    public required string Closed { get; init; }
    public required string NoAddress { get; init; }
    public required string NoSuchDomain { get; init; }
    public required string NoMailThere { get; init; }
    public required string SlipTitle { get; init; }
    public required string Slip { get; init; }
    public required string SlipYes { get; init; }
    public required string SlipNo { get; init; }
    public required string SentenceNotSeen { get; init; }
    public required string NotByHand { get; init; }
    public required string TooMany { get; init; }
    public required string Unreadable { get; init; }

    public required string ConfirmTitle { get; init; }
    public required string ConfirmQuestion { get; init; }
    public required string ConfirmButton { get; init; }
    public required string ConfirmAside { get; init; }
    public required string ConfirmedTitle { get; init; }
    public required string ConfirmedText { get; init; }
    public required string OverTitle { get; init; }
    public required string OverText { get; init; }
    public required string OverLink { get; init; }
    public required string BrokenAdvice { get; init; }

    public required string FreshTitle { get; init; }
    public required string FreshText { get; init; }
    public required string FreshButton { get; init; }
    public required string FreshSent { get; init; }

    public required string EmbedTitle { get; init; }
    public required string EmbedText { get; init; }
    public required string EmbedHtml { get; init; }
}
