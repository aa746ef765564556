using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>An export that was read once and is sound.</summary>
internal sealed class OpenedExport(Stream bytes, string name, ExportTypes types, MarkupEncoding encoding)
{
    private readonly ExportPictures pictures = new();
    private readonly ExportSite site = new();
    private readonly SortedDictionary<string, int> published = new(StringComparer.Ordinal);
    private int others;

    public ItemKeys Keys { get; } = new();

    /// <summary>The blog that was exported; null where the file does not say it.</summary>
    public string? Blog => site.Address;

    public IEnumerable<string> Notices =>
        [
            .. encoding.Notice is { } notice ? [notice] : Array.Empty<string>(),
            .. types
                .Names.Where(type => type is not ("post" or ExportTypes.Page) && !published.ContainsKey(type))
                .Select(type =>
                    $"It holds nothing published of the type \"{type}\"; it has {(published.Count > 0 ? string.Join(", ", published.Select(one => $"{one.Value} {one.Key}")) : "none of any")}."
                ),
        ];

    public void Scan(CancellationToken cancel)
    {
        foreach (var element in WordPressExport.Elements(bytes, name, encoding, cancel))
            if (element.Name.LocalName is not "item")
                site.Take(element);
            else
                Take(new ExportPost(element));
    }

    public IEnumerable<SourceItem> Items(Action<Dropped> skipped, CancellationToken cancel)
    {
        others = 0;
        var ofItsOwn = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in WordPressExport.Elements(bytes, name, encoding, cancel))
        {
            if (element.Name.LocalName is not "item")
                continue;
            var post = new ExportPost(element);
            if (WhyNot(post) is not { } why)
                yield return post.Item(site, pictures);
            else if (why.Length > 0)
                skipped(new Dropped(post.Title.Length > 0 ? post.Title : $"Post {post.Number}", why));
            else if (post.IsText)
                ofItsOwn[post.Kind] = ofItsOwn.GetValueOrDefault(post.Kind) + 1;
            else
                others++;
        }
        foreach (var (type, count) in ofItsOwn)
            skipped(
                new Dropped(
                    $"{count} item(s) of the type \"{type}\"",
                    $"It is a type of the site's own; \"--types {string.Join(',', types.Names)},{type}\" takes it too."
                )
            );
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
        else if (post.Status is "publish")
        {
            if (post.Kind is "post" or ExportTypes.Page || types.Take(post.Kind))
                Keys.Add(post.Guid);
            if (post.IsText)
                published[post.Kind] = published.GetValueOrDefault(post.Kind) + 1;
        }
    }

    /// <summary>Empty for what is no text of the site at all.</summary>
    private string? WhyNot(ExportPost post) =>
        post switch
        {
            { Kind: ExportTypes.Page, Status: "publish" } when !types.Take(post.Kind) =>
                "It is a page of the site, not a post; add --pages to take pages too.",
            _ when !types.Take(post.Kind) => "",
            { Status: not "publish" } =>
                $"Its status is \"{post.Status}\": only what is published becomes a column. Publish it and export again, if it should be one.",
            { HasPassword: true } =>
                "It is protected by a password, and an email would show it to everybody. Take the password away and export again, if it should be a column.",
            _ => null,
        };
}
