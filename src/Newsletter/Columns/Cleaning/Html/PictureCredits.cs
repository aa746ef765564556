using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The line under a picture that says who made it, where the page sets it beside the picture's own caption.</summary>
internal static partial class PictureCredits
{
    public static void Join(List<Block> blocks)
    {
        for (var at = blocks.Count - 1; at > 0; at--)
            if (
                blocks[at - 1] is Block.Figure figure
                && blocks[at] is Block.Paragraph(var words)
                && BlockText.Of(words).Trim() is var credit
                && Credit().IsMatch(credit)
            )
            {
                if (!BlockText.Of(figure.Caption).Contains(credit, StringComparison.OrdinalIgnoreCase))
                    blocks[at - 1] = figure with { Caption = Joined(figure.Caption, words) };
                blocks.RemoveAt(at);
            }
    }

    private static IReadOnlyList<Inline> Joined(IReadOnlyList<Inline> caption, IReadOnlyList<Inline> credit) =>
        caption.Count == 0 ? credit : InlineTidy.Of([.. caption, new Inline.Text(" "), .. credit]);

    [GeneratedRegex(
        @"^(?=.{2,140}$)(?:©|\(c\)|copyright\b|(?:crédits?|photos?|photographie|illustration|image|foto|dessin|visuel|source)\b[^.:]{0,30}[:©]|.{2,80}/\s*(?:AFP|Reuters|AP|Getty(?: Images)?|Sipa|Abaca|MaxPPP|EPA|Hans Lucas|Shutterstock|iStock|Adobe Stock)\b.{0,20}$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Credit();
}
