using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;
using YamlDotNet.RepresentationModel;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>The authors of a front matter: "A, B et C", a list of names, or a list of maps with name, role and portrait.</summary>
internal static partial class FrontAuthors
{
    public static IReadOnlyList<Byline> Read(FrontMatter front, string? page, Leftovers leftovers)
    {
        var node = front.Take(
            "authors",
            "auteurs",
            "author",
            "auteur",
            "auteure",
            "autrice",
            "autrices",
            "byline",
            "by",
            "par"
        );
        var authors = node is null ? [] : Of(node, page, leftovers).ToList();
        var role = front.TakeText("role", "rôle", "fonction", "author_role", "author_title");
        var portrait = Portrait(
            front.TakeText("portrait", "avatar", "author_image", "photo"),
            authors.Count > 0 ? authors[0].Name : "",
            page,
            leftovers
        );
        if (authors.Count == 0)
        {
            if (role is not null)
                leftovers.Drop(role, "A role in the front matter without an author.");
            return authors;
        }
        if (authors.Count > 1 && role is not null && authors[0].Role is null)
            leftovers.Notice($"The role \"{role}\" was given to the first of several authors.");
        authors[0] = authors[0] with { Role = authors[0].Role ?? role, Portrait = authors[0].Portrait ?? portrait };
        return authors;
    }

    private static IEnumerable<Byline> Of(YamlNode node, string? page, Leftovers leftovers) =>
        node switch
        {
            YamlSequenceNode list => list.Children.SelectMany(child =>
                child is YamlScalarNode && FrontMatter.TextOf(child) is { } name
                    ? [Person(name)]
                    : Of(child, page, leftovers)
            ),
            YamlMappingNode map => Named(map, page, leftovers) is { } byline ? [byline] : [],
            _ => FrontMatter.TextOf(node) is { } text ? Names(text) : [],
        };

    // "Ada Byron, mathematician" is one person; "Ada Byron, Charles Babbage" are two.
    private static IEnumerable<Byline> Names(string text)
    {
        if (new BylineReader(new Leftovers()).Bare(text) is { } people)
            return people;
        return Between().Split(text).Where(name => name.Length > 0).Select(Person);
    }

    private static Byline Person(string text) =>
        new BylineReader(new Leftovers()).Bare(text) is [var person] ? person : new Byline(text);

    private static Byline? Named(YamlMappingNode map, string? page, Leftovers leftovers)
    {
        string? name = null,
            role = null,
            image = null;
        foreach (var (key, value) in map.Children)
            switch (FrontMatter.TextOf(key)?.ToLowerInvariant())
            {
                case "name" or "nom":
                    name = FrontMatter.TextOf(value);
                    break;
                case "role" or "rôle" or "fonction" or "title" or "titre" or "job":
                    role = FrontMatter.TextOf(value);
                    break;
                case "portrait" or "image" or "photo" or "avatar" or "picture":
                    image = FrontMatter.TextOf(value);
                    break;
                case var other:
                    leftovers.Drop(
                        $"{other}: {FrontMatter.TextOf(value)}",
                        "A key of an author that a column does not use."
                    );
                    break;
            }
        if (name is null)
            leftovers.Drop(FrontMatter.TextOf(map) ?? "", "An author without a name.");
        return name is null ? null : new Byline(name, role, Portrait(image, name, page, leftovers));
    }

    private static Picture? Portrait(string? written, string name, string? page, Leftovers leftovers)
    {
        if (written is null)
            return null;
        var portrait = PictureAddress.Of(written, page, name);
        if (portrait is null)
            leftovers.Drop(written, "A portrait's address that cannot be used.");
        return portrait;
    }

    [GeneratedRegex(
        @"\s*,\s*(?:et|and|und|y|e|en)\s+|\s*[,;]\s*|\s+(?:et|and|und|&)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Between();
}
