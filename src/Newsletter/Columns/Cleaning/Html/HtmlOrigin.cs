using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What is known of a piece of HTML beside itself.</summary>
/// <param name="Base">What relative links are resolved against.</param>
/// <param name="Language">ISO 639-1; null where unknown.</param>
/// <param name="Title">The column's title: a first heading that repeats it is dropped.</param>
internal sealed record HtmlOrigin(Uri? Base, string? Language, string? Title, ShortcodeNames Shortcodes)
{
    /// <summary>The pictures that its shortcodes may name.</summary>
    public Attachments Attachments { get; init; } = Attachments.None;
}
