using CsCheck;
using Newsletter.Columns;
using Newsletter.Rendering;
using Newsletter.Rendering.Typography;

namespace Newsletter.Tests.Rendering;

/// <summary>In the tables ~ is U+00A0 and _ is U+202F.</summary>
public sealed class TypographyTests
{
    [Theory]
    [InlineData("Bonjour !", "Bonjour_!")]
    [InlineData("Bonjour!", "Bonjour_!")]
    [InlineData("Quoi ?! Non...", "Quoi_?! Non…")]
    [InlineData("Quoi?!", "Quoi_?!")]
    [InlineData("Rappel : un, deux ; trois", "Rappel~: un, deux_; trois")]
    [InlineData("Rappel: un; deux", "Rappel~: un_; deux")]
    [InlineData("Rappel\u202F: oui\u00A0!", "Rappel~: oui_!")]
    [InlineData("Il dit \"oui\".", "Il dit «~oui~».")]
    [InlineData("Il dit « oui » et «non».", "Il dit «~oui~» et «~non~».")]
    [InlineData("\"Un \"mot\" dedans\"", "«~Un “mot” dedans~»")]
    [InlineData("l'eau d'ici, aujourd'hui", "l’eau d’ici, aujourd’hui")]
    [InlineData("L'\"eau\"", "L’«~eau~»")]
    [InlineData("n° 5, M. Dupont et Mme Durand", "n°~5, M.~Dupont et Mme~Durand")]
    [InlineData("30 millions, 10 %, 20%, 5 km, 12 500 €", "30~millions, 10~%, 20~%, 5~km, 12_500~€")]
    [InlineData("en 2012 300 personnes", "en 2012 300 personnes")]
    [InlineData("Le 1er et le 2e", "Le 1er et le 2e")]
    [InlineData("à 10:30 ou 3:2", "à 10:30 ou 3:2")]
    [InlineData("voir http://example.org/a?b=c;d !", "voir http://example.org/a?b=c;d_!")]
    [InlineData("écrire à a.b@example.org: merci", "écrire à a.b@example.org~: merci")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("super :-) et ;)", "super~:-) et_;)")]
    [InlineData("un - deux -- trois --- quatre", "un – deux – trois — quatre")]
    [InlineData("git --all 10-12 porte-monnaie", "git --all 10-12 porte-monnaie")]
    [InlineData("C:\\dossier et std::vector", "C:\\dossier et std::vector")]
    [InlineData("un écran de 15\"", "un écran de 15\"")]
    [InlineData("(vraiment?)", "(vraiment_?)")]
    [InlineData("écrire &amp; ou &#233; ; fin", "écrire &amp; ou &#233;_; fin")]
    [InlineData("....", "....")]
    [InlineData("1,5 l d'eau", "1,5~l d’eau")]
    public void French_is_set_by_its_rules(string typed, string set)
    {
        Assert.Equal(Shown(set), Typesetter.Set(typed, "fr"));
        Assert.Equal(Shown(set), Typesetter.Set(Shown(set), "fr"));
    }

    [Theory]
    [InlineData("He said \"yes\".", "He said “yes”.")]
    [InlineData("\"She said 'no'.\"", "“She said ‘no’.”")]
    [InlineData("It's the '90s, isn't it?", "It’s the ’90s, isn’t it?")]
    [InlineData("Wait... what--really?", "Wait… what—really?")]
    [InlineData("6' 2\" tall", "6' 2\" tall")]
    [InlineData("10 km at 10:30", "10~km at 10:30")]
    [InlineData("see https://example.org/it's?x=\"y\"", "see https://example.org/it's?x=\"y\"")]
    public void English_is_set_by_its_rules(string typed, string set)
    {
        Assert.Equal(Shown(set), Typesetter.Set(typed, "en"));
        Assert.Equal(Shown(set), Typesetter.Set(Shown(set), "en"));
    }

    [Fact]
    public void A_language_without_rules_stays_as_it_was_typed() =>
        Assert.Equal("\"Ja\" : l'eau...", Typesetter.Set("\"Ja\" : l'eau...", "de"));

    [Fact]
    public void A_bold_word_does_not_hide_a_letter_from_its_punctuation()
    {
        var set = Typesetter.Set(
            [
                new Inline.Strong([new Inline.Text("Oui")]),
                new Inline.Text("! C'est \""),
                new Inline.Emphasis([new Inline.Text("ça")]),
                new Inline.Text("\"."),
            ],
            "fr"
        );
        Assert.Equal(Shown("Oui_! C’est «~ça~»."), Inlines.PlainText(set));
    }

    [Fact]
    public void Code_keeps_its_marks() =>
        Assert.Equal("a?b:c \"d\"", Inlines.PlainText(Typesetter.Set([new Inline.Code("a?b:c \"d\"")], "fr")));

    [Fact]
    public void A_mark_of_the_program_is_never_touched() =>
        Assert.Equal(
            Shown("Bonjour ") + Mark.ReaderName + Shown("_!"),
            Typesetter.Set($"Bonjour {Mark.ReaderName}!", "fr")
        );

    [Theory]
    [InlineData("«M.a--l?.")]
    [InlineData("...🎉'M.--300/a...--\u00A0")]
    [InlineData("!é»“...M.--?...-")]
    public void What_is_half_an_address_is_set_the_same_twice(string text)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var once = Typesetter.Set(text, language);
            Assert.Equal(once, Typesetter.Set(once, language));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Setting_twice_is_setting_once(string language)
    {
        var pieces = Gen.OneOf(
            new[]
            {
                "a",
                "Oui",
                "l",
                "10",
                "300",
                "km",
                "M.",
                "n°",
                " ",
                "  ",
                "\u00A0",
                "\u202F",
                "'",
                "\"",
                "«",
                "»",
                "“",
                "”",
                "!",
                "?",
                ":",
                ";",
                "%",
                "...",
                ".",
                "-",
                "--",
                "(",
                ")",
                ",",
                "http://a.org/x",
                "&amp;",
                "…",
                "\n",
                "é",
                "🎉",
                "/",
                "=",
            }
                .Select(Gen.Const)
                .ToArray()
        );
        pieces
            .Array[0, 14]
            .Sample(
                words =>
                {
                    var once = Typesetter.Set(string.Concat(words), language);
                    return Typesetter.Set(once, language) == once;
                },
                iter: 200_000
            );
    }

    private static string Shown(string set) => set.Replace('~', '\u00A0').Replace('_', '\u202F');
}
