using Newsletter.Publications;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>What every template sees, whatever it shows.</summary>
internal static class PageModel
{
    public static ScriptObject Of(
        PublicationInput publication,
        string title,
        string subject,
        string preheader,
        Words words,
        ReaderInput reader
    ) =>
        new()
        {
            ["subject"] = subject,
            ["preheader"] = preheader,
            ["language"] = publication.Language,
            ["direction"] = Direction.Of(publication.Language),
            ["start_side"] = Direction.StartOf(publication.Language),
            ["end_side"] = Direction.EndOf(publication.Language),
            ["publication"] = new Model(
                "publication",
                ("title", title),
                ("sender", PublicationNames.Sender(publication)),
                ("postal_address", new ScriptArray(PostalLines.Of(publication))),
                ("logo", publication.Theme.Logo is { } logo ? Logo(logo.Within(publication.Theme.Room)) : null)
            ),
            ["fonts"] = new Model(
                "fonts",
                ("heading", publication.Theme.HeadingFont),
                ("text", publication.Theme.TextFont),
                ("small", publication.Theme.SmallFont)
            ),
            ["layout"] = new Model("layout", ("width", publication.Theme.Width)),
            ["colors"] = Palette.Of(publication.Theme).ToModel(),
            ["words"] = new Model("words", [.. words.All.Select(word => (word.Key, (object?)word.Value))]),
            ["reader"] = new Model("reader", ("name", reader.Name), ("address", reader.Address)),
        };

    private static Model Logo(Logo logo) =>
        new("logo", ("address", logo.Address), ("width", logo.Width), ("height", logo.Height));
}
