namespace Newsletter.Tests.Cli;

/// <summary>Shortcodes that only the settings know.</summary>
public sealed class OwnShortcodesTests
{
    private const string Text =
        "Un premier paragraphe.\n\n[encadre-2]Des mots cités.[/encadre-2]\n\n[pub id=\"3\"]Achetez ceci.[/pub]\n\nUn [souligne]dernier[/souligne] paragraphe.";

    private static readonly string[] Settings =
    [
        "Columns__Shortcodes__encadre_2=quote",
        "Columns__Shortcodes__PUB=drop",
        "Columns__Shortcodes__souligne=keep",
    ];

    [Theory]
    [InlineData("a.txt", "Un titre\n\n{0}")]
    [InlineData("a.md", "# Un titre\n\n{0}")]
    [InlineData("a.html", "<html><body><article><h1>Un titre</h1>{1}</article></body></html>")]
    [InlineData(
        "a.xml",
        "<rss version='2.0'><channel><title>F</title><link>https://f.example/</link><item><guid>1</guid><title>Un titre</title><description><![CDATA[{1}]]></description></item></channel></rss>"
    )]
    [InlineData(
        "export.xml",
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:base_blog_url>https://b.example</wp:base_blog_url><item><title>Un titre</title><guid>https://b.example/?p=1</guid><content:encoded><![CDATA[{0}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"
    )]
    public async Task Stand_for_what_the_settings_say_in_files_of_every_kind(string name, string file)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var html = $"<p>{Text.Replace("\n\n", "</p>\n<p>", StringComparison.Ordinal)}</p>";
        var path = folder.File(
            name,
            file.Replace("{0}", Text, StringComparison.Ordinal).Replace("{1}", html, StringComparison.Ordinal)
        );

        var added = (
            await folder.RunAsync(Settings, "column", "add", path, "--publication", "lettre", "--json")
        ).Json.AsArray()[0]!;

        Assert.Equal(
            [
                ("paragraph", "Un premier paragraphe."),
                ("quote", "Des mots cités."),
                ("paragraph", "Un dernier paragraphe."),
            ],
            added["blocks"]!
                .AsArray()
                .Select(block => ((string?)block!["kind"], (string?)block["text"]))
                .Where(block => block.Item1 is "quote" || block.Item2!.StartsWith("Un ", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("Achetez", added["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        var dropped = Assert.Single(
            added["dropped"]!.AsArray(),
            one => ((string?)one!["text"])!.Contains("Achetez ceci.", StringComparison.Ordinal)
        );
        Assert.Contains("The settings say", (string?)dropped!["why"], StringComparison.Ordinal);
    }
}
