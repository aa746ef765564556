using Newsletter.Columns;

namespace Newsletter.Tests.Columns.Sources.Feeds;

/// <summary>What feeds say of an author beside the name (https://www.jsonfeed.org/version/1.1/).</summary>
public sealed class FeedAuthorsTests
{
    [Theory]
    [InlineData("""[{"name":"Ada Lovelace","avatar":"/ada.jpg","jobTitle":"Poet"}]""")]
    [InlineData(
        """[{"full_name":"Ada Lovelace","profile_image":"https://paper.example/ada.jpg","job_title":"Poet"}]"""
    )]
    [InlineData(
        """{"author":{"first_name":"Ada","last_name":"Lovelace","photo":{"src":"/ada.jpg"},"position":"Poet"}}"""
    )]
    public void An_author_of_JSON_has_a_role_and_a_portrait(string authors) =>
        Assert.Equal(
            [new Byline("Ada Lovelace", "Poet", new Picture("https://paper.example/ada.jpg", "Ada Lovelace"))],
            Authors(authors)
        );

    [Theory]
    [InlineData(
        """[{"name":"Ada Lovelace","avatar":"https://www.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346"}]"""
    )]
    [InlineData("""[{"name":"Ada Lovelace","avatar":"javascript:alert(1)"}]""")]
    [InlineData("""["Ada Lovelace"]""")]
    public void Only_a_picture_of_the_person_is_a_portrait(string authors) =>
        Assert.Equal([new Byline("Ada Lovelace")], Authors(authors));

    [Fact]
    public void One_portrait_is_nobodys_where_a_name_holds_two() =>
        Assert.Equal(
            [new Byline("Ada Lovelace"), new Byline("Charles Babbage")],
            Authors("""[{"name":"Ada Lovelace and Charles Babbage","avatar":"/both.jpg"}]""")
        );

    private static IReadOnlyList<Byline> Authors(string authors) =>
        FeedText
            .Read(
                $$"""
                {"version":"https://jsonfeed.org/version/1.1","title":"A paper","home_page_url":"https://paper.example/",
                 "items":[{"id":"1","url":"https://paper.example/1","title":"One","content_html":"<p>Text</p>","authors":{{authors}}}]}
                """
            )
            .Items.Single()
            .Authors;
}
