using System.Runtime.InteropServices;

namespace Newsletter.Rendering.Typography;

/// <summary>A character on its way through the typesetter, and the run of text it came from.</summary>
/// <param name="Run">The run's place in its block; -1 for what is no text and only serves as a neighbour.</param>
/// <param name="IsFixed">Part of an address, a code or a mark: seen by its neighbours, never changed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Glyph(char Value, int Run, bool IsFixed)
{
    public const char Nothing = '\n';
    public const char NoBreakSpace = '\u00A0';
    public const char NarrowNoBreakSpace = '\u202F';

    /// <summary>Stands for what typography must not see into: a code, a picture, a reference to a note.</summary>
    public const char Placeholder = '\uFFFC';

    public bool IsSpace => Value is ' ' or NoBreakSpace or NarrowNoBreakSpace or '\u2009' or '\t';

    public bool IsWord => char.IsLetterOrDigit(Value) || char.IsSurrogate(Value) || Value is Placeholder;

    public static void Copy(List<Glyph> line, int from, int to, List<Glyph> target)
    {
        for (var index = from; index < to; index++)
            target.Add(line[index]);
    }

    public static Glyph At(List<Glyph> line, int index) =>
        index >= 0 && index < line.Count ? line[index] : new Glyph(Nothing, -1, IsFixed: true);
}
