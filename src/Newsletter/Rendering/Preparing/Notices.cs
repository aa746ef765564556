using Newsletter.Addresses;
using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>What rendering did of its own accord, for the staff.</summary>
internal static class Notices
{
    /// <param name="whole">The issue as the web shows it.</param>
    /// <param name="asked">The issue as its template asks for it.</param>
    /// <param name="shown">The issue as it fits.</param>
    public static IEnumerable<string> Of(PreparedIssue whole, PreparedIssue asked, PreparedIssue shown)
    {
        foreach (var ((full, before), after) in whole.Columns.Zip(asked.Columns).Zip(shown.Columns))
        {
            if (!ReferenceEquals(before, after))
                yield return $"Column {after.Id} \"{after.Title}\" is shortened to fit: {Length(after)} of its {Length(before)} characters stand in the mail, {Ending(after)}; a link leads to {after.ReadOn}.";
            var inMail = Unseen(after.Blocks).ToHashSet();
            foreach (var unseen in Unseen(full.Blocks))
                yield return $"Column {after.Id} \"{after.Title}\": the picture {unseen.Picture} is not shown{(inMail.Contains(unseen) ? "" : " in the web copy, where the whole column stands")}: {unseen.Why}";
        }
    }

    /// <param name="whole">The issue without its template's shape.</param>
    /// <param name="asked">The issue as its template asks for it.</param>
    /// <param name="shown">The issue as it fits: what had to be shortened further is told by <see cref="Of"/>.</param>
    public static IEnumerable<string> OfShape(PreparedIssue whole, PreparedIssue asked, PreparedIssue shown)
    {
        foreach (var ((before, after), last) in whole.Columns.Zip(asked.Columns).Zip(shown.Columns))
        {
            if (!ReferenceEquals(before, after) && ReferenceEquals(after, last))
                yield return $"Column {after.Id} \"{after.Title}\" stands as an excerpt, as the template's {TemplateShape.FileName} asks: {Length(after)} of its {Length(before)} characters; a link leads to {after.ReadOn}.";
        }
    }

    private static int Length(PreparedColumn column) => column.Blocks.Sum(BlockText.Length);

    private static string Ending(PreparedColumn column) =>
        column.Blocks is [.., Block.Paragraph(var content)]
            ? $"up to \"{LastWords(Inlines.PlainText(content))}\""
            : $"up to block {column.Blocks.Count}";

    private static string LastWords(string text) =>
        text.Length <= 40 ? text : text[(text.IndexOf(' ', text.Length - 40) + 1)..];

    private static IEnumerable<(string Picture, string Why)> Unseen(IReadOnlyList<Block> blocks) =>
        ColumnPictures
            .In(blocks)
            .Where(picture => !Pictures.CanBeShown(picture))
            .Select(picture =>
                (
                    OneLine.Shortened(picture.Address, 80),
                    picture.Fault ?? "mail clients only show PNG, JPEG and GIF at an absolute https address."
                )
            );
}
