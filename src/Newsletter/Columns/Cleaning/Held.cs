using System.Text;

namespace Newsletter.Columns.Cleaning;

/// <summary>
/// What was already understood in a text that is still being read: blocks and marks, each held under a private-use
/// character at its place. Nothing from outside can forge one, for <see cref="CleanText"/> strips them all first.
/// </summary>
internal sealed class Held
{
    public const char BlockSign = '\uE100';
    public const char InlineSign = '\uE101';
    public const char LinkSign = '\uE102';
    public const char HeadingSign = '\uE104';

    private const char First = '\uE800';
    private const int Base = 2048;

    private readonly List<Block> blocks = [];
    private readonly List<Inline> inlines = [];
    private readonly List<string> addresses = [];

    /// <summary>Notes whose text stood in the middle of the prose; they belong at its end.</summary>
    public List<Block.Note> Notes { get; } = [];

    public string Hold(Block block) => Place(BlockSign, blocks, block);

    public string Hold(Inline inline) => Place(InlineSign, inlines, inline);

    public string OpenLink(string address) => Place(LinkSign, addresses, address);

    public Block BlockAt(string text, int position) => blocks[Number(text, position)];

    public Inline InlineAt(string text, int position) => inlines[Number(text, position)];

    public string AddressAt(string text, int position) => addresses[Number(text, position)];

    /// <summary>How many characters the sign at this place takes, itself included; 0 where there is none.</summary>
    public static int LengthAt(string text, int position) =>
        text[position] switch
        {
            BlockSign or InlineSign or LinkSign => 3,
            HeadingSign => 2,
            >= '\uE100' and < First => 1,
            _ => 0,
        };

    /// <summary>The text with every sign taken out: what a person would read.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE100', '\uF7FF'))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length; )
        {
            var length = LengthAt(text, position);
            if (length == 0)
                plain.Append(text[position]);
            position += Math.Max(length, 1);
        }
        return plain.ToString();
    }

    private static string Place<T>(char sign, List<T> list, T item)
    {
        list.Add(item);
        var number = list.Count - 1;
        return string.Create(
            3,
            (sign, number),
            static (span, it) =>
            {
                span[0] = it.sign;
                span[1] = (char)(First + (it.number / Base));
                span[2] = (char)(First + (it.number % Base));
            }
        );
    }

    private static int Number(string text, int position) =>
        ((text[position + 1] - First) * Base) + (text[position + 2] - First);
}
