using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>A post of an export as it stands in the file.</summary>
internal sealed class ExportPost(XElement element)
{
    // Types of WordPress and of plugins that hold no text for readers
    // (https://developer.wordpress.org/themes/basics/post-types/).
    private static readonly FrozenSet<string> Machinery = FrozenSet.Create(
        StringComparer.Ordinal,
        "attachment",
        "revision",
        "nav_menu_item",
        "custom_css",
        "customize_changeset",
        "oembed_cache",
        "user_request",
        "wp_block",
        "wp_template",
        "wp_template_part",
        "wp_global_styles",
        "wp_navigation",
        "wp_font_family",
        "wp_font_face",
        "guest-author",
        "acf-field",
        "acf-field-group",
        "wpcf7_contact_form",
        "elementor_library",
        "et_pb_layout",
        "feedback"
    );

    private readonly ItemElement item = new(element);

    // Exports before 0.9 leave type and status out.
    public string Kind => item.Text("wp:post_type") ?? "post";

    public string Status => item.Text("wp:status") ?? "publish";

    public string? Number => item.Text("wp:post_id");

    public string? Guid => item.Text("guid");

    public string Title => PlainTitle.Of(item.Text("title"));

    /// <summary>Whether it is published and holds a text, whatever its type is: not the parts of a site's own making.</summary>
    public bool IsText =>
        Status is "publish" && !Machinery.Contains(Kind) && !string.IsNullOrWhiteSpace(item.Text("content:encoded"));

    public bool HasPassword => item.Text("wp:post_password") is not null;

    /// <summary>The post that a picture was put into, by its number.</summary>
    public string? Parent => item.Text("wp:post_parent");

    /// <summary>Its place in a gallery; most have none.</summary>
    public int Place =>
        int.TryParse(item.Text("wp:menu_order"), CultureInfo.InvariantCulture, out var place) ? place : 0;

    /// <summary>
    /// What it keeps beside texts; null where it is a text. What stands for a picture where it does not show is its own
    /// alternative text, never its file's name.
    /// </summary>
    public AttachedPicture? Picture =>
        Kind is "attachment"
        && Number is { } number
        && WebAddress.OfPage(item.Text("wp:attachment_url") ?? item.Text("guid")) is { } address
            ? new(number, address, Meta("_wp_attachment_image_alt"), item.Text("excerpt:encoded"))
            : null;

    /// <summary>Who it is, where it is a guest's profile and no text.</summary>
    public (string Login, ExportGuest Guest)? Guest =>
        Kind is "guest-author"
        && (Meta("cap-user_login") ?? item.Text("wp:post_name")) is { } login
        && PlainTitle.Of(Meta("cap-display_name") ?? Title) is { Length: > 0 } name
            ? (login, new ExportGuest(name, RoleOf(this), Meta("_thumbnail_id")))
            : null;

    public SourceItem Item(ExportSite site, ExportPictures pictures)
    {
        var link = WebAddress.OfPage(item.Text("link"), site.Page) ?? WebAddress.OfPage(Guid);
        var picture = Meta("_thumbnail_id") is { } number ? pictures.Find(number) : null;
        return new SourceItem(
            Guid ?? (Number is { } id ? $"post:{id}" : null),
            link,
            Title,
            FeedHtml.OfRss(item.First("content:encoded")),
            FeedHtml.OfRss(item.First("excerpt:encoded")),
            Authors(site, pictures),
            Date("wp:post_date") ?? FeedDate.Read(item.Text("pubDate")),
            Date("wp:post_modified"),
            [.. Categories().Distinct(StringComparer.OrdinalIgnoreCase)],
            site.Language,
            picture?.Address,
            picture?.Alt
        )
        {
            Attachments = pictures.For(Number),
        };
    }

    /// <summary>Co-Authors Plus keeps the authors as terms; without it the post's account is its author.</summary>
    private IReadOnlyList<Byline> Authors(ExportSite site, ExportPictures pictures)
    {
        var together = item.All(FeedNames.Own, "category")
            .Where(category => ItemElement.Attribute(category, "domain") is "author")
            .Select(category =>
                (Login: ItemElement.Attribute(category, "nicename"), Words: ItemElement.TextOf(category))
            )
            .ToList();
        var accounts =
            together.Count > 0 ? together : [.. item.Texts("dc:creator").Select(login => ((string?)login, login))];
        return
        [
            .. accounts
                .SelectMany(account => People(site, account.Login, account.Words, pictures))
                .DistinctBy(author => Byline.KeyOf(author.Name)),
        ];
    }

    private static IReadOnlyList<Byline> People(ExportSite site, string? login, string words, ExportPictures pictures)
    {
        var name = site.NameOf(login, words);
        if (!site.IsKnown(name))
            return FeedPeople.Read(name);
        var guest = site.GuestOf(login);
        var portrait =
            guest?.Portrait is { } number && pictures.Find(number) is { } found
                ? AuthorPortrait.Of(found.Address, page: null, name)
                : null;
        return [new Byline(name, guest?.Role, portrait)];
    }

    // The plugin has no role of its own; these are what sites and Newspack add to its fields.
    private static string? RoleOf(ExportPost profile)
    {
        foreach (var name in new[] { "job_title", "newspack_job_title", "title", "position" })
        {
            if (PlainTitle.Of(profile.Meta($"cap-{name}")) is { Length: > 0 } role)
                return role;
        }

        return null;
    }

    private IEnumerable<string> Categories() =>
        item.All(FeedNames.Own, "category")
            .Where(category => ItemElement.Attribute(category, "domain") is null or "category" or "post_tag" or "tag")
            .Select(category => PlainTitle.Of(ItemElement.TextOf(category)))
            .Where(category => category.Length > 0);

    private string? Meta(string key) =>
        item.All("wp", "postmeta")
            .Select(meta => new ItemElement(meta))
            .Where(meta => meta.Text("wp:meta_key") == key)
            .Select(meta => meta.Text("wp:meta_value"))
            .FirstOrDefault(value => value is not null);

    /// <summary>The site's own hour; how far it is from UTC is told by the date in UTC beside it.</summary>
    private DateTimeOffset? Date(string name)
    {
        var (local, utc) = (Moment(name), Moment($"{name}_gmt"));
        if (local is null || utc is null)
            return utc ?? local;
        var offset = TimeSpan.FromMinutes(Math.Round((local.Value - utc.Value).TotalMinutes));
        return offset.Duration() <= TimeSpan.FromHours(14) ? new(local.Value.DateTime, offset) : utc;
    }

    // WordPress writes zeros where it knows no date.
    private DateTimeOffset? Moment(string name) =>
        item.Text(name) is { } text && !text.StartsWith("0000", StringComparison.Ordinal) ? FeedDate.Read(text) : null;
}
