using Newsletter.Columns;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering.PlainText;

/// <summary>Each kind of block in its own form, so that it can be told apart without any style.</summary>
internal sealed class TextBlocks(TextPage page, LinkNotes links, Words words)
{
    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Paragraph(var content):
                page.Text(links.Text(content));
                break;
            case Block.Heading(var level, var content):
                page.Underlined(links.Text(content).Replace('\n', ' '), level <= 2 ? '-' : '.');
                break;
            case Block.PullQuote(var content, var by):
                Quoted("  | ", () => page.Text(links.Text(content)), by);
                break;
            case Block.Quotation(var content, var by):
                Quoted("> ", () => Write(content), by);
                break;
            case Block.Figure(var picture, var caption):
                Figure(picture, caption);
                break;
            case Block.BulletedOrNumbered list:
                List(list);
                break;
            case Block.Table table:
                TextTable.Write(table, page, links, words);
                break;
            case Block.Note(var label, var content):
                Note(words.Fill("note_label", label) + " ", content);
                break;
            case Block.Embed(var address, var title, var provider):
                page.Text(
                    $"[{words.Fill("see_on", provider ?? "")}{(title is null ? "" : $"{words["colon"]} {title}")}]"
                );
                page.Address(address);
                break;
            case Block.CodeListing(var code, _):
                page.Within("    ", "    ", () => page.Listing(code.Split('\n')));
                break;
            default:
                page.Line("* * *");
                break;
        }
    }

    private void Quoted(string margin, Action content, string? by)
    {
        page.Gap();
        page.Within(
            margin,
            margin,
            () =>
            {
                page.Tighten();
                content();
                if (by is not null)
                    page.Follow($"— {by}");
            }
        );
    }

    private void Figure(Picture picture, IReadOnlyList<Inline> caption)
    {
        var said = new[] { Fillers.Strip(picture.Alt), links.Text(caption).Replace('\n', ' ') };
        var text = string.Join(" — ", said.Where(words => words.Length > 0).Distinct(StringComparer.Ordinal));
        if (text.Length > 0)
            page.Text($"[{words["picture"]}{words["colon"]} {text}]");
        // The HTML links to a picture that mail clients do not show.
        if (!Pictures.CanBeShown(picture) && Pictures.AddressOf(picture) is { } kept)
        {
            page.Text(words["see_picture"] + words["colon"]);
            page.Address(kept);
        }
    }

    private void List(Block.BulletedOrNumbered list)
    {
        page.Gap();
        var number = list.Start;
        foreach (var item in list.Items)
        {
            var bullet = list.Numbered ? $"{(number++).ToString(Numbers.Plain)}. " : "- ";
            if (item.Done is { } done)
                bullet += done ? "[x] " : "[ ] ";
            Item(bullet, item.Content);
        }
    }

    private void Note(string label, IReadOnlyList<Block> content)
    {
        page.Gap();
        Item(label, content, indent: 4);
    }

    private void Item(string bullet, IReadOnlyList<Block> content, int? indent = null)
    {
        page.Within(
            bullet,
            new string(' ', indent ?? bullet.Length),
            () =>
            {
                var start = page.Length;
                for (var place = 0; place < content.Count; place++)
                {
                    if (place == 0 || content[place] is Block.BulletedOrNumbered)
                        page.Tighten();
                    Write(content[place]);
                }
                // A picture without words is all there is: its sign keeps the others' numbers right.
                if (page.Length == start)
                    page.Line("");
            }
        );
    }
}
