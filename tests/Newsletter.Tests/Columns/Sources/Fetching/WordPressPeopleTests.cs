using System.Text.Json.Nodes;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>
/// Roles and portraits of authors, by the fields of WordPress's users
/// (https://developer.wordpress.org/rest-api/reference/users/) and those that plugins add to them.
/// </summary>
public sealed class WordPressPeopleTests
{
    private const string Uploads = "https://site.example/wp-content/uploads/ada";

    [Theory]
    [InlineData(
        """{"job_title":"Engineer &amp; poet","simple_local_avatar":{"media_id":7,"full":"U.jpg","96":"U-96.jpg"}}"""
    )]
    [InlineData(
        """{"molongui_author_job":"<b>Engineer</b> &amp; poet","avatar_urls":{"24":"U-24.jpg","96":"U.jpg","48":"U-48.jpg"}}"""
    )]
    [InlineData("""{"acf":{"position":"Engineer &amp; poet","photo":{"url":"U.jpg"}},"meta":[]}""")]
    [InlineData("""{"meta":{"newspack_job_title":"Engineer &amp; poet"},"avatar_urls":{"96":"U.jpg"}}""")]
    public async Task The_role_and_the_portrait_of_an_account_are_its_authors(string fields)
    {
        var author = Assert.Single(await AuthorsAsync(post => Add(post, fields)));
        Assert.Equal(
            new Byline("Ada Lovelace", "Engineer & poet", new Picture($"{Uploads}.jpg", "Ada Lovelace")),
            author
        );
    }

    [Theory]
    [InlineData(
        """{"avatar_urls":{"96":"https://secure.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346?s=96&d=mm&r=g"}}"""
    )]
    [InlineData(
        """{"avatar_urls":{"96":"https://secure.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346?s=96&d=blank&r=g"}}"""
    )]
    [InlineData("""{"avatar_urls":{"96":"https://seccdn.libravatar.org/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346"}}""")]
    [InlineData("""{"avatar_url":"https://site.example/wp-content/plugins/avatars/nobody.png"}""")]
    [InlineData("""{"avatar_urls":{"96":false},"simple_local_avatar":null,"job_title":"","position":3}""")]
    [InlineData("""{"avatar_urls":[],"acf":[],"photo":"data:image/png;base64,AAAA"}""")]
    public async Task What_may_stand_for_anybody_is_no_portrait(string fields) =>
        Assert.Equal(new Byline("Ada Lovelace"), Assert.Single(await AuthorsAsync(post => Add(post, fields))));

    [Fact]
    public async Task A_list_of_authors_is_completed_by_the_account_of_each()
    {
        var authors = await AuthorsAsync(post =>
        {
            Add(post, """{"job_title":"Engineer","avatar_urls":{"96":"U.jpg"}}""");
            post["authors"] = JsonNode.Parse(
                """
                [{"term_id":5,"user_id":0,"is_guest":1,"slug":"charles-babbage","display_name":"Charles Babbage"},
                 {"term_id":6,"user_id":1,"is_guest":0,"slug":"ada","display_name":"Ada Lovelace","job_title":"Countess"}]
                """
            );
        });
        Assert.Equal(
            [
                new("Charles Babbage"),
                new Byline("Ada Lovelace", "Countess", new Picture($"{Uploads}.jpg", "Ada Lovelace")),
            ],
            authors
        );
    }

    private static async Task<IReadOnlyList<Byline>> AuthorsAsync(Action<JsonObject> change)
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        change(site.Post(1, "One", "<p>Words.</p>"));
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        return Assert.Single(fetched.Taken).Content.Authors;
    }

    private static void Add(JsonObject post, string fields)
    {
        var written = fields.Replace("\"U", $"\"{Uploads}", StringComparison.Ordinal);
        foreach (var (name, value) in JsonNode.Parse(written)!.AsObject())
            post["_embedded"]!["author"]![0]![name] = value?.DeepClone();
    }
}
