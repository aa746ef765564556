using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>What is read of a single post.</summary>
public sealed class WordPressPostsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Authors_entities_and_what_is_protected_are_read_as_a_person_would()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "L&rsquo;&eacute;t&eacute; &#8211; enfin", "<p>Words.</p>", author: "Zo&euml; N&eacute;mo");
        site.Post(2, "Secret", "<p>x</p>")["content"]!["protected"] = true;
        var draft = site.Post(3, "Draft", "<p>x</p>");
        draft["status"] = "draft";
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        var column = Assert.Single(fetched.Taken).Content;
        Assert.Equal("L’été – enfin", column.Title);
        Assert.Equal("Zoë Némo", Assert.Single(column.Authors).Name);
        Assert.Contains("Secret", Assert.Single(fetched.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_a_post_is_the_one_of_its_feed()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "One", "<p>Words.</p>")["guid"]!["rendered"] = "https://site.example/?post_type=post&#038;p=1";
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.EndsWith("?post_type=post&p=1", Assert.Single(fetched.Taken).Column.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_authors_are_named_and_a_login_is_no_name()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        CoAuthors(site.Post(1, "Both", "<p>A.</p>"), ("ada", "cap-ada-lovelace"), ("Charles Babbage", "cap-charles"));
        CoAuthors(site.Post(2, "One", "<p>B.</p>"), ("ada", "cap-ada-lovelace"), ("cbabbage", "cap-cbabbage"));
        site.Post(3, "None", "<p>C.</p>", author: "admin");
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal(
            ["Both: Ada Lovelace, Charles Babbage", "None: ", "One: Ada Lovelace"],
            fetched
                .Taken.Select(one =>
                    $"{one.Content.Title}: {string.Join(", ", one.Content.Authors.Select(author => author.Name))}"
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_title_with_marks_is_plain_and_two_posts_of_one_guid_are_two()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "Le XX<sup>e</sup> si&egrave;cle", "<p>A.</p>");
        site.Post(2, "Copy", "<p>B.</p>")["guid"]!["rendered"] = "https://site.example/?p=1";
        await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal(["Copy, 1", "Le XXe siècle, 1"], (await bench.ColumnsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_category_that_is_given_later_is_known_and_no_revision()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        var post = site.Post(1, "One", "<p>A.</p>");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        await bench.FetchAsync(source);
        post["_embedded"]!["wp:term"]![0]![0]!["name"] = "Essais";
        post["modified_gmt"] = "2026-03-10T08:00:00";
        await bench.FetchAsync(source);
        await using var db = bench.Newsroom.Database.Open();
        var revision = await db.ColumnRevisions.SingleAsync(Cancel);
        Assert.Equal(["Essais"], revision.Content.Categories);
    }

    private static void CoAuthors(JsonObject post, params (string Login, string Slug)[] people)
    {
        post["_embedded"]!["author"]![0]!["slug"] = "ada-lovelace";
        var terms = people.Select(one => new JsonObject
        {
            ["taxonomy"] = "author",
            ["name"] = one.Login,
            ["slug"] = one.Slug,
        });
        post["_embedded"]!["wp:term"]!.AsArray().Add(new JsonArray([.. terms]));
    }
}
