using System.Text;
using CsCheck;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;

namespace Newsletter.Tests.Columns.Sources;

public class ColumnFileTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("PK\u0003\u0004…", "Word")]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\">", "--format feed")]
    [InlineData("", "empty")]
    [InlineData(" \n\t\n", "empty")]
    [InlineData("a\0b", "NUL")]
    public void What_is_no_column_is_refused_by_name(string content, string said)
    {
        var refusal = Assert.Throws<Refusal>(() => Read(Encoding.UTF8.GetBytes(content)));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("file.txt", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named_by_line()
    {
        var refusal = Assert.Throws<Refusal>(() => Read([.. "Un titre\n\nd"u8, 0xE9, .. "j\n"u8]));
        Assert.Contains("line 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("0xE9", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Save the file as UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_is_believed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var draft = Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Un été\r\n\r\nDéjà là.\r\n")]);
        Assert.Equal("Un été", draft.Title);
        Assert.Equal("Déjà là.", BlockText.Of(draft.Blocks[0]));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("")]
    public void A_format_that_is_not_read_is_refused(string word) =>
        Assert.Throws<Refusal>(() => ColumnFormats.Parse(word));

    [Fact]
    public async Task A_missing_file_and_a_folder_are_refused()
    {
        var token = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<Refusal>(() =>
            ColumnFile.ReadAsync("/no/such/file.txt", ColumnFormat.Auto, ShortcodeNames.Usual, token)
        );
        await Assert.ThrowsAsync<Refusal>(() =>
            ColumnFile.ReadAsync(Path.GetTempPath(), ColumnFormat.Auto, ShortcodeNames.Usual, token)
        );
    }

    [Theory]
    [InlineData("---\ntitle: A\n---\n\nText with words.\n", "A")]
    [InlineData("# A\n\nText with **bold** words.\n", "A")]
    [InlineData("A\n\n#1 in the charts.\n", "A")]
    public void A_text_that_is_Markdown_is_read_as_such(string text, string title) =>
        Assert.Equal(title, Read(Encoding.UTF8.GetBytes(text)).Title);

    [Fact]
    public void Characters_that_do_harm_are_stripped_and_reported()
    {
        var draft = Read(
            Encoding.UTF8.GetBytes("Un titre\uE000unsubscribe_url\uE001\n\nTexte \u202Erenversé\u202C\u0007.\n")
        );
        Assert.Equal("Un titreunsubscribe_url", draft.Title);
        Assert.Equal("Texte renversé.", BlockText.Of(draft.Blocks[0]));
        Assert.Equal(3, draft.Dropped.Count);
    }

    [Fact]
    public void No_text_crashes_and_no_character_of_the_inside_escapes()
    {
        var pieces = Gen.OneOf(
            Gen.String,
            OneOf(
                "[",
                "]",
                "[/",
                "pullquote",
                "[pullquote",
                "[quote]",
                "[/quote]",
                " »",
                "\"",
                "=",
                "\n",
                "\n\n",
                "- ",
                "> ",
                "1. ",
                "<b>",
                "</b>",
                "<a href='x'>",
                "&#xE100;",
                "&amp;",
                "***",
                "Par ",
                "Jean Dupont",
                "Haut",
                "12 mars 2012",
                "[1] ",
                "http://a.b/c",
                "```\n",
                "---\n",
                "a: b\n",
                "[[",
                "|a|b|\n|-|-|\n",
                "[^1]",
                "[^1]: ",
                ":::",
                "![",
                "](",
                ")"
            )
        );
        pieces.Array[0, 40].Sample(parts => NeverBreaks(string.Concat(parts)), iter: 1000);
    }

    [Fact]
    public void Every_word_of_a_text_is_kept_or_reported()
    {
        var word = OneOf(
            "alpha",
            "Bravo",
            "charlie",
            "Delta",
            "écho",
            "fox-trot",
            "l’hôtel",
            "Inde",
            "[sic]",
            "(1)",
            "Jean Dupont",
            "Haut",
            "Par",
            "hmr",
            "12 mars 2012",
            "directeur",
            "a)",
            "- ",
            "3.",
            "« golf »",
            "—",
            "[",
            "x < y",
            "http://example.org/kilo",
            "R&D",
            ",",
            "?",
            "Commentaires",
            "Partager"
        );
        var end = OneOf(" ", " ", " ", ". ", "\n", "\n\n");
        Gen.Select(word, end, (w, e) => w + e).Array[1, 60].Select(string.Concat).Sample(KeepsEveryWord, iter: 1000);
    }

    private static Gen<string> OneOf(params string[] words) =>
        Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static bool NeverBreaks(string text)
    {
        foreach (var format in new[] { ColumnFormat.Text, ColumnFormat.Markdown })
            try
            {
                var draft = ColumnFile.Parse(
                    Encoding.UTF8.GetBytes(CleanText.Of(text)),
                    "file.txt",
                    format,
                    ShortcodeNames.Usual
                );
                var everything = DraftText.Everything(draft);
                if (
                    everything.FirstOrDefault(character => character is >= '\uE000' and <= '\uF8FF')
                    is not '\0'
                        and var sign
                )
                    throw new InvalidOperationException($"U+{(int)sign:X4} stands in: {everything}");
            }
            catch (Refusal)
            {
                // A sentence is an answer.
            }
        return true;
    }

    private static bool KeepsEveryWord(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var kept = DraftText
            .Words(DraftText.Everything(DraftText.OfText(text)))
            .GroupBy(it => it)
            .ToDictionary(it => it.Key, it => it.Count());
        var lost = DraftText.Words(text).GroupBy(it => it).FirstOrDefault(it => kept.GetValueOrDefault(it.Key) == 0);
        return lost is null ? true : throw new InvalidOperationException($"\"{lost.Key}\" is lost from: {text}");
    }

    private static ColumnDraft Read(byte[] bytes) =>
        ColumnFile.Parse(bytes, "file.txt", ColumnFormat.Auto, ShortcodeNames.Usual);
}
