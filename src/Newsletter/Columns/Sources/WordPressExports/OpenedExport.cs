using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>An export that was read once and is sound.</summary>
internal sealed class OpenedExport(Stream bytes, string name, MarkupEncoding encoding)
{
    private readonly ExportPictures pictures = new();
    private readonly ExportSite site = new();
    private int others;

    public ItemKeys Keys { get; } = new();

    /// <summary>The blog that was exported; null where the file does not say it.</summary>
    public string? Blog => site.Address;

    public string? Notice => encoding.Notice;

    public void Scan(CancellationToken cancel)
    {
        foreach (var element in WordPressExport.Elements(bytes, name, encoding, cancel))
            if (element.Name.LocalName is not "item")
                site.Take(element);
            else
                Take(new ExportPost(element));
    }

    public IEnumerable<SourceItem> Items(bool withPages, Action<Dropped> skipped, CancellationToken cancel)
    {
        others = 0;
        foreach (var element in WordPressExport.Elements(bytes, name, encoding, cancel))
        {
            if (element.Name.LocalName is not "item")
                continue;
            var post = new ExportPost(element);
            if (WhyNot(post, withPages) is not { } why)
                yield return post.Item(site, pictures);
            else if (why.Length > 0)
                skipped(new Dropped(post.Title.Length > 0 ? post.Title : $"Post {post.Number}", why));
            else
                others++;
        }
        if (others > 0)
            skipped(
                new Dropped(
                    $"{others} other item(s)",
                    "Pictures, menus and what else is neither a post nor a page are no columns."
                )
            );
    }

    private void Take(ExportPost post)
    {
        if (post.Kind is "attachment")
        {
            if (post.Picture is { } picture)
                pictures.Add(picture, post.Parent, post.Place);
        }
        else if (post.Guest is var (login, guest))
        {
            site.Take(login, guest);
        }
        else if (post is { Kind: "post" or "page", Status: "publish" })
            Keys.Add(post.Guid);
    }

    /// <summary>Empty for what is no text of the site at all.</summary>
    private static string? WhyNot(ExportPost post, bool withPages) =>
        post switch
        {
            { Kind: "page", Status: "publish" } when !withPages =>
                "It is a page of the site, not a post; add --pages to take pages too.",
            { Kind: not ("post" or "page") } => "",
            { Status: not "publish" } =>
                $"Its status is \"{post.Status}\": only what is published becomes a column. Publish it and export again, if it should be one.",
            { HasPassword: true } =>
                "It is protected by a password, and an email would show it to everybody. Take the password away and export again, if it should be a column.",
            _ => null,
        };
}
