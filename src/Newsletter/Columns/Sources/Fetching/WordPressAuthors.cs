using System.Text.Json;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// Who wrote a post. Plugins for several authors put them beside WordPress's one: some as a list with names, Co-Authors
/// Plus as terms, which bear a login where the person has an account, and the account's slug after "cap-".
/// </summary>
internal static class WordPressAuthors
{
    public static IReadOnlyList<Byline> Of(JsonElement post, JsonElement embedded)
    {
        foreach (var list in new[] { "authors", "coauthors" })
        {
            var named = WordPressPosts
                .Elements(post, list)
                .Select(one => WordPressPosts.Text(one, "display_name") ?? WordPressPosts.Text(one, "name"));
            if (Bylines(named) is { Count: > 0 } several)
                return several;
        }

        var known = WordPressPosts.Elements(embedded, "author").ToList();
        var terms = new[] { "author", "ppma_author" }.SelectMany(name => WordPressPosts.Terms(embedded, name));
        var coauthors = terms.Select(term => NameOf(term, known)).ToList();
        return coauthors.Count > 0 && coauthors.TrueForAll(name => name is not null)
            ? Bylines(coauthors)
            : Bylines([.. known.Select(author => WordPressPosts.Text(author, "name")), .. coauthors]);
    }

    // Null where the term has but a login: better one author than a name that is none.
    private static string? NameOf(JsonElement term, List<JsonElement> known)
    {
        var slug = WordPressPosts.Text(term, "slug") ?? "";
        var account = slug.StartsWith("cap-", StringComparison.Ordinal) ? slug["cap-".Length..] : slug;
        foreach (var author in known)
        {
            if (WordPressPosts.Text(author, "slug") == account)
                return WordPressPosts.Text(author, "name");
        }

        var name = WordPressPosts.Plain(WordPressPosts.Text(term, "name"));
        return name?.Contains(' ', StringComparison.Ordinal) is true ? name : null;
    }

    private static IReadOnlyList<Byline> Bylines(IEnumerable<string?> names) => FeedPeople.Each(names.OfType<string>());
}
