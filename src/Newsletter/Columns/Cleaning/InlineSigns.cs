using System.Diagnostics;

namespace Newsletter.Columns.Cleaning;

/// <summary>The signs of <see cref="InlineMark"/>: one opens, one closes (a link is opened by <see cref="Held"/>).</summary>
internal static class InlineSigns
{
    private const char FirstOpening = '\uE110';
    private const char FirstClosing = '\uE120';

    public static char Open(InlineMark mark) => (char)(FirstOpening + (int)mark);

    public static char Close(InlineMark mark) => (char)(FirstClosing + (int)mark);

    public static InlineMark? Opened(char sign) =>
        sign is >= FirstOpening and < FirstClosing ? (InlineMark)(sign - FirstOpening) : null;

    public static InlineMark? Closed(char sign) =>
        sign is >= FirstClosing and <= '\uE12F' ? (InlineMark)(sign - FirstClosing) : null;

    public static Inline Make(InlineMark mark, string? address, IReadOnlyList<Inline> content) =>
        mark switch
        {
            InlineMark.Strong => new Inline.Strong(content),
            InlineMark.Emphasis => new Inline.Emphasis(content),
            InlineMark.Strikethrough => new Inline.Strikethrough(content),
            InlineMark.Superscript => new Inline.Superscript(content),
            InlineMark.Subscript => new Inline.Subscript(content),
            InlineMark.Code => new Inline.Code(BlockText.Of(content)),
            InlineMark.Link => new Inline.Link(address ?? throw new UnreachableException(), content),
            _ => throw new UnreachableException(),
        };
}
