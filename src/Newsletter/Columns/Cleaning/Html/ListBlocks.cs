using System.Globalization;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Lists; those that only lay pictures or cards out are what stands in them.</summary>
internal sealed class ListBlocks(BlockWalk walk)
{
    public IReadOnlyList<Block> Of(IElement list)
    {
        if (list.LocalName is "dl")
            return Definitions(list);
        var items = new List<ListItem>();
        foreach (var child in list.ChildNodes)
            Add(items, child);
        if (items.Count == 0)
            return [];
        if (items.TrueForAll(item => item.Content.All(block => block is Block.Figure or Block.Embed)))
            return [.. items.SelectMany(item => item.Content)];
        var numbered = list.LocalName is "ol";
        return [new Block.BulletedOrNumbered(numbered, numbered ? Start(list) : 1, items)];
    }

    private void Add(List<ListItem> items, INode child)
    {
        if (child is not IElement && string.IsNullOrWhiteSpace(child.TextContent))
            return;
        var content = child is IElement { LocalName: "li" } ? walk.Read(child) : walk.Read([child]);
        if (content.Count == 0)
            return;
        // A list right within a list, as word processors write it, belongs to the item before it.
        if (child is IElement { LocalName: "ul" or "ol" } && items.Count > 0)
            items[^1] = items[^1] with { Content = [.. items[^1].Content, .. content] };
        else
            items.Add(new ListItem(content, Done(child)));
    }

    private IReadOnlyList<Block> Definitions(IElement list)
    {
        var blocks = new List<Block>();
        foreach (var child in list.Children)
            blocks.AddRange(walk.Read([child]));
        return blocks;
    }

    private static bool? Done(INode item) =>
        item is IElement element && element.QuerySelector("input[type=checkbox]") is { } box
            ? box.HasAttribute("checked")
            : null;

    private static int Start(IElement list) =>
        int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start)
        && start is >= 0 and < 1_000_000
            ? start
            : 1;
}
