using System.Text.Json.Serialization;

namespace Newsletter.Columns;

/// <summary>A run of text within a block, with the mark it carries. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mark")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Emphasis), "emphasis")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Strikethrough), "strikethrough")]
[JsonDerivedType(typeof(Superscript), "superscript")]
[JsonDerivedType(typeof(Subscript), "subscript")]
[JsonDerivedType(typeof(Code), "code")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(LineBreak), "line-break")]
[JsonDerivedType(typeof(NoteReference), "note-reference")]
internal abstract record Inline
{
    private Inline() { }

    internal sealed record Text(string Value) : Inline;

    internal sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

    internal sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

    internal sealed record Strikethrough(IReadOnlyList<Inline> Content) : Inline;

    internal sealed record Superscript(IReadOnlyList<Inline> Content) : Inline;

    internal sealed record Subscript(IReadOnlyList<Inline> Content) : Inline;

    /// <summary>Verbatim: typography never touches it.</summary>
    internal sealed record Code(string Value) : Inline;

    /// <param name="Address">An absolute http, https, mailto or tel address; readers of sources drop any other.</param>
    internal sealed record Link(string Address, IReadOnlyList<Inline> Content) : Inline;

    internal sealed record LineBreak : Inline;

    /// <param name="Label">The label of the <see cref="Block.Note"/> it refers to.</param>
    internal sealed record NoteReference(string Label) : Inline;
}
