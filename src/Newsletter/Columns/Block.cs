using System.Text.Json.Serialization;

namespace Newsletter.Columns;

/// <summary>A piece of a column. A closed set: whoever renders one renders all.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(PullQuote), "pull-quote")]
[JsonDerivedType(typeof(Quotation), "quote")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(BulletedOrNumbered), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Separator), "separator")]
[JsonDerivedType(typeof(Embed), "embed")]
[JsonDerivedType(typeof(CodeListing), "code")]
internal abstract record Block
{
    private Block() { }

    internal sealed record Paragraph(IReadOnlyList<Inline> Content) : Block;

    /// <param name="Level">2 to 6: level 1 is the column's title.</param>
    internal sealed record Heading(int Level, IReadOnlyList<Inline> Content) : Block;

    /// <summary>A sentence of the column set large beside it; it usually stands again in the body.</summary>
    internal sealed record PullQuote(IReadOnlyList<Inline> Content, string? Attribution = null) : Block;

    /// <summary>Somebody else's words.</summary>
    internal sealed record Quotation(IReadOnlyList<Block> Content, string? Attribution = null) : Block;

    internal sealed record Figure(Picture Picture, IReadOnlyList<Inline> Caption) : Block;

    /// <param name="Start">The first number of a numbered list; 1 where it is bulleted.</param>
    internal sealed record BulletedOrNumbered(bool Numbered, int Start, IReadOnlyList<ListItem> Items) : Block;

    /// <summary>Rows may be ragged; a missing cell is empty.</summary>
    internal sealed record Table(
        IReadOnlyList<TableCell> Header,
        IReadOnlyList<IReadOnlyList<TableCell>> Rows,
        IReadOnlyList<Inline> Caption
    ) : Block;

    /// <summary>A footnote; its label is what <see cref="Inline.NoteReference"/> points to.</summary>
    internal sealed record Note(string Label, IReadOnlyList<Block> Content) : Block;

    internal sealed record Separator : Block;

    /// <summary>Something that an email cannot hold (a video, a post): shown as a card with a link.</summary>
    internal sealed record Embed(string Address, string? Title, string? Provider) : Block;

    internal sealed record CodeListing(string Code, string? Language) : Block;
}
