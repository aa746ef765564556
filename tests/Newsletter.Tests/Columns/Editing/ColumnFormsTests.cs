using CsCheck;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Editing;
using Newsletter.Columns.Sources.CopiedPages;
using Newsletter.Columns.Sources.MarkdownFiles;

namespace Newsletter.Tests.Columns.Editing;

public sealed class ColumnFormsTests
{
    private const string Markdown = """
        ---
        title: "A title: with *signs*"
        standfirst: In **short**.
        date: 2026-01-31
        language: en
        url: https://example.org/a
        authors:
          - name: Ada Lovelace
            role: mathematician
          - name: Bo
        ---

        A paragraph with *emphasis*, **strong *both***, ~~gone~~, H<sub>2</sub>O, `code` and a [link](https://example.org/x?a=1&b=2).[^1]\
        A second line. 1\. is no list, snake_case is one word, and 2 * 3 < 7 &amp; more.

        ## A heading

        1986\. A year begins this paragraph.

        ::: pullquote Ada
        Words set *large*.
        :::

        > Somebody else said this.
        >
        > — Charles Babbage

        - one
          - deeper
        - two

          with a second paragraph

        3. three
        4. four

        - [x] done
        - [ ] to do

        | Left | Middle | Right |
        | --- | :-: | --: |
        | a \| b | c | d |

        ![A picture](https://example.org/a.png "Its caption")

        ***

        <https://vimeo.com/12345>

        ```csharp
        var a = "```";
        ```

        [^1]: A note.
        """;

    [Fact]
    public void What_is_not_touched_stays_as_it_was()
    {
        var draft = MarkdownColumn.Read(Markdown, "a.md", ShortcodeNames.Usual);
        Assert.Equal(11, draft.Blocks.Select(BlockText.KindOf).Distinct().Count());

        var again = ColumnForms.Read(ColumnForms.Of(draft), before: null, ShortcodeNames.Usual);

        Assert.Equal(ColumnRevision.HashOf(draft), ColumnRevision.HashOf(again));
    }

    [Fact]
    public void One_word_that_is_changed_changes_one_block()
    {
        var page = """
            Le titre de la page

            Par Ada Lovelace, mathématicienne

            Premier paragraphe, assez long pour en être un, avec des mots.

            Deuxième paragraphe, lui aussi assez long pour en être un.
            """;
        var draft = CopiedPage.Read(page, "a.txt", ShortcodeNames.Usual);
        var form = ColumnForms.Of(draft);
        var edited = ColumnForms.Read(
            form with
            {
                Body = form.Body.Replace("Deuxième", "Second", StringComparison.Ordinal),
            },
            draft,
            ShortcodeNames.Usual
        );
        Assert.Equal(draft.Authors.Select(author => author.Own), edited.Authors);
        Assert.Equal(draft.Blocks.Count, edited.Blocks.Count);
        Assert.Equal(draft.Blocks[0], edited.Blocks[0]);
        Assert.StartsWith("Second paragraphe", BlockText.Of(edited.Blocks[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_Markdown_has_no_words_for_is_kept_where_nobody_touched_it()
    {
        var table = new Block.Table(
            [new([new Inline.Text("A")])],
            [
                [new([new Inline.Text("b")])],
            ],
            [new Inline.Text("Caption")]
        );
        var embed = new Block.Embed("https://vimeo.com/1", "A film", "Vimeo");
        var portrait = new Picture("https://example.org/ada.jpg", "Ada");
        var draft = new ColumnDraft(
            "T",
            [],
            [new Byline("Ada", "role", portrait)],
            [new Block.Paragraph([new Inline.Text("Words here.")]), table, embed],
            "en",
            null,
            null,
            [],
            []
        );
        var form = ColumnForms.Of(draft);
        var edited = ColumnForms.Read(
            form with
            {
                Body = form.Body.Replace("Words", "Other words", StringComparison.Ordinal),
                Authors = "Ada | another role",
            },
            draft,
            ShortcodeNames.Usual
        );
        Assert.Equal([table, embed], edited.Blocks.Skip(1));
        Assert.Equal(new Byline("Ada", "another role", portrait), edited.Authors.Single());
    }

    [Fact]
    public void Whatever_words_a_paragraph_holds_they_are_shown_and_read_as_the_same()
    {
        var signs = Gen.OneOf(
            new[]
            {
                "a",
                "mot",
                " ",
                " ",
                "*",
                "_",
                "`",
                "[",
                "]",
                "(",
                ")",
                "<",
                ">",
                "#",
                "1.",
                "-",
                "+",
                "=",
                "~~",
                "|",
                "\\",
                ":::",
                "&amp;",
                "&",
                "!",
                "é",
                "\u00A0",
                "'",
                "\"",
                "x_y",
                "http",
                ".",
            }
                .Select(Gen.Const)
                .ToArray()
        );
        signs
            .Array[1, 12]
            .Select(words => string.Concat(words).Trim())
            .Where(text => text.Length > 0 && text.Any(char.IsLetter))
            .Sample(
                text =>
                {
                    var draft = new ColumnDraft(
                        "T",
                        [],
                        [],
                        [new Block.Paragraph([new Inline.Text(text)])],
                        "en",
                        null,
                        null,
                        [],
                        []
                    );
                    var again = ColumnForms.Read(ColumnForms.Of(draft), before: null, ShortcodeNames.Usual);
                    return BlockText.Of(again.Blocks) == text;
                },
                iter: 10_000
            );
    }

    [Theory]
    [InlineData("", "Words.", "no title")]
    [InlineData("T", " ", "no text")]
    public void A_form_that_lacks_something_is_told_what(string title, string body, string told)
    {
        var refusal = Assert.Throws<Refusal>(() =>
            ColumnForms.Read(ColumnForm.Empty with { Title = title, Body = body }, null, ShortcodeNames.Usual)
        );
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }
}
