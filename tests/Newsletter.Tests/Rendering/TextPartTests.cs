using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

public sealed class TextPartTests
{
    [Fact]
    public void Each_kind_of_block_has_a_form_of_its_own()
    {
        var text = Plain(Cases.Named("full-fr"));
        Assert.Contains(
            "\n  | La mer ne négocie pas : elle monte.\n  | — Anne Le Goff\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n> Nous avons attendu trop longtemps ; il faut agir.\n>\n> Et vite.\n> — Un maire\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\nCe qui change\n-------------\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n[Figure : La digue du port, à marée haute — La digue en 2024]\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\n- Un\n- Deux\n  - Deux bis\n- Trois\n", text, StringComparison.Ordinal);
        Assert.Contains("\n3. Trois\n4. [x] Quatre\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nPort        Hauteur\n----------  -------\nBrest           7,2\nDouarnenez\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\n* * *\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n[Voir sur PeerTube : La marée en accéléré]\nhttps://video.example.org/w/1\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\n    let x = 1; // pourquoi?\n\n\n        if (x)", text, StringComparison.Ordinal);
        Assert.Contains("le rapport [1] (note 1)", text, StringComparison.Ordinal);
        Assert.Contains("\nNote 1. Rapport annuel, page 12 [2].\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n[1] https://example.org/rapport?a=1&b=2\n[2] https://example.org/notes\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_blank_that_must_not_break_does_not_break()
    {
        var text = Issues
            .Render(Of("fr", Column("T", P(string.Concat(Enumerable.Repeat("mots et mots ! ", 40))))))
            .Text;
        Assert.Contains("mots\u202F!", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n!", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_its_own_words_stands_where_it_is() =>
        Assert.Contains(
            "See https://example.org/a now.",
            Plain(
                Of(
                    "en",
                    Column(
                        "T",
                        P(
                            new Inline.Text("See "),
                            A("https://example.org/a", "https://example.org/a"),
                            new Inline.Text(" now.")
                        )
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_long_address_stands_alone_and_whole()
    {
        var address = "https://example.org/" + new string('y', 500);
        var text = Plain(
            Of("en", Column("T", List([P(new Inline.Text("See ("), A(address, address), new Inline.Text(")."))])))
        );
        Assert.Contains($"\n{address}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_characters_take_two_places()
    {
        var text = Plain(Of("en", Column("T", P(new string('漢', 100)))));
        Assert.Contains("\n" + new string('漢', 39) + "\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_emoji_of_several_characters_is_not_torn()
    {
        var text = Plain(Of("en", Column("T", P(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 40))))));
        Assert.DoesNotContain("\u200D\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\u200D", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_address_has_one_number()
    {
        var text = Plain(
            Of(
                "en",
                Column(
                    "T",
                    P(A("https://example.org/a", "one"), new Inline.Text(" and "), A("https://example.org/a", "two"))
                )
            )
        );
        Assert.Contains("one [1] and two [1]", text, StringComparison.Ordinal);
    }

    private static string Plain(RenderInput input) =>
        Issues.Render(input).Text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    [Fact]
    public void No_character_that_only_guides_html_is_left_anywhere()
    {
        var column = Column(
            "Océano\u00ADgraphie",
            new Block.CodeListing("a\u200Bb", null),
            new Block.PullQuote(T("mer\u00AD"), "An\u00ADne")
        );
        var text = Render(Of("fr", column)).Text;
        Assert.DoesNotContain('\u00AD', text);
        Assert.DoesNotContain('\u200B', text);
        Assert.Contains("\nOcéanographie\n", text, StringComparison.Ordinal);
    }
}
