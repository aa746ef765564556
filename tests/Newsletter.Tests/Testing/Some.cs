using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Publications;

namespace Newsletter.Tests.Testing;

/// <summary>Things that tests need and do not care about.</summary>
internal static class Some
{
    public static Mailbox Sender { get; } = Mailbox.Parse("The Weekly <weekly@example.org>");

    public static Publication Publication(string slug = "weekly", DateTimeOffset? now = null) =>
        new(slug, "The Weekly", Sender, now ?? new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public static ColumnDraft Column(string title, string text = "One paragraph that says something about the week.") =>
        new(
            title,
            [],
            [new Byline("Ada Marchand", "Editor")],
            [new Block.Paragraph([new Inline.Text(text)])],
            "en",
            Date: null,
            Address: null,
            [],
            []
        );
}
