using System.Text.Json;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>
/// What JSON says of a person beside the name: JSON Feed's <c>avatar</c> (https://www.jsonfeed.org/version/1.1/), the
/// <c>avatar_urls</c> of WordPress (https://developer.wordpress.org/rest-api/reference/users/), and the fields by which
/// its plugins name a role or hold a portrait: Newspack, Molongui, Simple Local Avatars, Advanced Custom Fields.
/// </summary>
internal static class JsonPerson
{
    private const int LongestRole = 150;

    private static readonly string[] Roles =
    [
        "job_title",
        "jobTitle",
        "newspack_job_title",
        "molongui_author_job",
        "user_title",
        "author_title",
        "job",
        "position",
    ];

    private static readonly string[] Portraits =
    [
        "simple_local_avatar",
        "avatar_url",
        "avatar",
        "portrait",
        "profile_image",
        "photo",
        "image",
        "avatar_urls",
    ];

    /// <summary>The people of these names, each once.</summary>
    /// <param name="people">A name as it is written, and the objects that tell of who bears it, the surest first.</param>
    /// <param name="page">What relative addresses are resolved against.</param>
    public static IReadOnlyList<Byline> Each(
        IEnumerable<(string? Name, IReadOnlyList<JsonElement> Told)> people,
        string? page
    ) => FeedPeople.Each(people.SelectMany(one => Of(one.Name, one.Told, page)));

    private static IReadOnlyList<Byline> Of(string? name, IReadOnlyList<JsonElement> told, string? page) =>
        FeedPeople.Read(name ?? "") is var people && people is [var person]
            ? [told.Aggregate(person, (known, more) => known.CompletedBy(Told(known.Name, more, page)))]
            : people;

    private static Byline Told(string name, JsonElement person, string? page)
    {
        var fields = new[] { new JsonFields(person), Within(person, "acf"), Within(person, "meta") };
        return new Byline(
            name,
            fields.Select(RoleIn).FirstOrDefault(role => role is not null),
            fields.Select(one => PortraitIn(one, page, name)).FirstOrDefault(portrait => portrait is not null)
        );
    }

    private static JsonFields Within(JsonElement person, string name) =>
        new(person.ValueKind is JsonValueKind.Object && person.TryGetProperty(name, out var inner) ? inner : default);

    private static string? RoleIn(JsonFields person)
    {
        foreach (var name in Roles)
        {
            var role = PlainTitle.Of(person.Text(name));
            if (role.Length is > 0 and <= LongestRole && role.Any(char.IsLetter))
                return role;
        }

        return null;
    }

    private static Picture? PortraitIn(JsonFields person, string? page, string name)
    {
        foreach (var field in Portraits)
        {
            if (person.Of(field) is { } written && AuthorPortrait.Of(AddressIn(written), page, name) is { } portrait)
                return portrait;
        }

        return null;
    }

    private static string? AddressIn(JsonElement written) =>
        written.ValueKind is JsonValueKind.String ? JsonFields.TextOf(written)
        : written.ValueKind is JsonValueKind.Object
            ? new JsonFields(written).Text("full", "url", "src", "contentUrl", "source_url") ?? Largest(written)
        : null;

    /// <summary>Of addresses by the number of pixels: {"24": …, "96": …}.</summary>
    private static string? Largest(JsonElement sizes) =>
        sizes
            .EnumerateObject()
            .Where(size => int.TryParse(size.Name, out _))
            .OrderByDescending(size => size.Name.Length)
            .ThenByDescending(size => size.Name, StringComparer.Ordinal)
            .Select(size => JsonFields.TextOf(size.Value))
            .FirstOrDefault(address => address is { Length: > 0 });
}
