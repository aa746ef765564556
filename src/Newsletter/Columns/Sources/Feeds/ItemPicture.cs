using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The picture that a source shows beside an item stands above its text, unless the text begins with one.</summary>
internal static partial class ItemPicture
{
    private const int Beginning = 2;

    public static IEnumerable<Block> WithPicture(SourceItem item, IReadOnlyList<Block> blocks, Leftovers leftovers)
    {
        if (item.PictureUrl is not { } address || IsThere(address, blocks))
            return blocks;
        if (blocks.Take(Beginning).Any(block => block is Block.Figure))
        {
            leftovers.Drop(address, "The source's picture beside the item; the text begins with a picture of its own.");
            return blocks;
        }
        return [new Block.Figure(new Picture(address, item.PictureAlt ?? ""), []), .. blocks];
    }

    private static bool IsThere(string address, IReadOnlyList<Block> blocks) =>
        ColumnPictures.In(blocks).Any(picture => NameOf(picture.Address) == NameOf(address));

    // "bridge-300x200.jpg" and "bridge-scaled.jpg" are WordPress's own sizes of "bridge.jpg".
    private static string NameOf(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host + uri.AbsolutePath : address;
        return Size().Replace(path, ".");
    }

    [GeneratedRegex(@"-(?:\d{2,5}x\d{2,5}|scaled|e\d{9,})\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Size();
}
