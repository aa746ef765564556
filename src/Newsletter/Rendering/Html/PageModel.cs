using Newsletter.Publications;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>What every template sees, whatever it shows.</summary>
internal static class PageModel
{
    /// <param name="language">Of the page: the publication's, but for a mail that says nothing but the words.</param>
    public static ScriptObject Of(
        PublicationInput publication,
        string title,
        string subject,
        string preheader,
        string language,
        Words words,
        ReaderInput reader
    ) =>
        new()
        {
            ["subject"] = subject,
            ["preheader"] = preheader,
            ["language"] = language,
            ["direction"] = Direction.Of(language),
            ["start_side"] = Direction.StartOf(language),
            ["end_side"] = Direction.EndOf(language),
            ["language_here"] = language,
            ["words_language"] = words.Language,
            ["words_direction"] = Direction.Of(words.Language),
            ["publication"] = new Model(
                "publication",
                ("title", title),
                ("language", publication.Language),
                ("direction", Direction.Of(publication.Language)),
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
