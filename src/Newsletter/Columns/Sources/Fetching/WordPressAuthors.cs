using System.Text.Json;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// Who wrote a post. Plugins for several authors put them beside WordPress's one: some as a list with names (PublishPress
/// Authors: <c>display_name</c>, <c>slug</c>, <c>user_id</c>), Co-Authors Plus as terms, which bear a login where the
/// person has an account, and the account's slug after "cap-". What an account says of its person completes them.
/// </summary>
internal static class WordPressAuthors
{
    public static IReadOnlyList<Byline> Of(JsonElement post, JsonElement embedded)
    {
        var page = WordPressPosts.Text(post, "link");
        var known = WordPressPosts.Elements(embedded, "author").ToList();
        foreach (var list in new[] { "authors", "coauthors" })
        {
            var named = WordPressPosts
                .Elements(post, list)
                .Select(one =>
                    Person(WordPressPosts.Text(one, "display_name") ?? WordPressPosts.Text(one, "name"), one, known)
                );
            if (JsonPerson.Each(named, page) is { Count: > 0 } several)
                return several;
        }

        var terms = new[] { "author", "ppma_author" }.SelectMany(name => WordPressPosts.Terms(embedded, name));
        var coauthors = terms.Select(term => Person(NameOf(term, known), term, known)).ToList();
        return coauthors.Count > 0 && coauthors.TrueForAll(one => one.Name is not null)
            ? JsonPerson.Each(coauthors, page)
            : JsonPerson.Each(
                [.. known.Select(author => Person(WordPressPosts.Text(author, "name"), author, [])), .. coauthors],
                page
            );
    }

    private static (string? Name, IReadOnlyList<JsonElement> Told) Person(
        string? name,
        JsonElement said,
        List<JsonElement> known
    ) => (name, AccountOf(said, known) is { } account ? [said, account] : [said]);

    private static JsonElement? AccountOf(JsonElement said, List<JsonElement> known)
    {
        var slug = WordPressPosts.Text(said, "slug") ?? "";
        var login = slug.StartsWith("cap-", StringComparison.Ordinal) ? slug["cap-".Length..] : slug;
        foreach (var author in known)
        {
            if (
                (login.Length > 0 && WordPressPosts.Text(author, "slug") == login)
                || (WordPressPosts.Number(said, "user_id") is { } id && WordPressPosts.Number(author, "id") == id)
            )
                return author;
        }

        return null;
    }

    // Null where the term has but a login: better one author than a name that is none.
    private static string? NameOf(JsonElement term, List<JsonElement> known)
    {
        if (AccountOf(term, known) is { } account)
            return WordPressPosts.Text(account, "name");
        var name = WordPressPosts.Plain(WordPressPosts.Text(term, "name"));
        return name?.Contains(' ', StringComparison.Ordinal) is true ? name : null;
    }
}
