using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.MarkdownFiles;

namespace Newsletter.Columns.Editing;

/// <summary>A column's content as a form, and a form as a column's content. Pure: the same form reads the same.</summary>
internal static class ColumnForms
{
    // A string of JSON is one of YAML (YAML 1.2, section 1.3).
    private static readonly JsonSerializerOptions s_quoted = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ColumnForm Of(ColumnDraft draft) =>
        new(
            draft.Title,
            OnOneLine(InlineMarkdown.Of(draft.Standfirst, tags: false)),
            string.Join(
                '\n',
                draft.Authors.Select(author => author.Own.Role is { } role ? $"{author.Name} | {role}" : author.Name)
            ),
            draft.Language ?? "",
            draft.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            draft.Address ?? "",
            Body(draft)
        );

    /// <param name="form">As typed.</param>
    /// <param name="before">What the form was made of; null for a new column.</param>
    /// <param name="shortcodes">Those that are known.</param>
    /// <exception cref="Refusal">It has no title or no text.</exception>
    public static ColumnDraft Read(ColumnForm form, ColumnDraft? before, ShortcodeNames shortcodes)
    {
        if (string.IsNullOrWhiteSpace(form.Title))
            throw new Refusal("The column has no title; give it one.");
        if (string.IsNullOrWhiteSpace(form.Body))
            throw new Refusal("The column has no text; write its body.");
        var read = Parsed(form, shortcodes);
        if (before is null)
            return read;
        var shown = Parsed(Of(before), shortcodes);
        return read with
        {
            Standfirst = Same(shown.Standfirst, read.Standfirst) ? before.Standfirst : read.Standfirst,
            Authors = [.. read.Authors.Select(author => Completed(author, before.Authors))],
            Blocks = EditedBlocks.Restored(before.Blocks, shown.Blocks, read.Blocks),
            Categories = before.Categories,
        };
    }

    /// <summary>The line of a body that shows a picture.</summary>
    public static string FigureLine(string address, string alt) =>
        BlockMarkdown.Of([new Block.Figure(new Picture(address, alt), [])]);

    private static ColumnDraft Parsed(ColumnForm form, ShortcodeNames shortcodes)
    {
        var front = new StringBuilder("---\n");
        Add("title", form.Title);
        Add("standfirst", form.Standfirst);
        Add("language", form.Language);
        Add("date", form.Date);
        Add("url", form.Address);
        var authors = form.Authors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (authors.Length > 0)
            front.Append("authors:\n");
        foreach (var author in authors)
        {
            var (name, role) = author.Split('|', 2, StringSplitOptions.TrimEntries) is [var one, var two]
                ? (one, two)
                : (author, "");
            front.Append(CultureInfo.InvariantCulture, $"  - name: {Quoted(name)}\n");
            if (role.Length > 0)
                front.Append(CultureInfo.InvariantCulture, $"    role: {Quoted(role)}\n");
        }

        front.Append("---\n\n").Append(form.Body.ReplaceLineEndings("\n"));
        return MarkdownColumn.Read(front.ToString(), "the column", shortcodes);

        void Add(string key, string value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                front.Append(CultureInfo.InvariantCulture, $"{key}: {Quoted(OnOneLine(value.Trim()))}\n");
        }
    }

    /// <summary>With plain marks where they read as the same again, else with tags.</summary>
    private static string Body(ColumnDraft draft)
    {
        var plain = BlockMarkdown.Of(draft.Blocks);
        return BlockText.Of(Reread(plain)) == BlockText.Of(draft.Blocks)
            ? plain
            : BlockMarkdown.Of(draft.Blocks, tags: true);
    }

    private static IReadOnlyList<Block> Reread(string body) =>
        MarkdownColumn.Read($"---\ntitle: \"-\"\n---\n\n{body}", "the column", ShortcodeNames.Usual).Blocks;

    // A form has no field for a portrait, and none for what is only borrowed from another column.
    private static Byline Completed(Byline author, IReadOnlyList<Byline> before) =>
        before.FirstOrDefault(old => Byline.KeyOf(old.Name) == Byline.KeyOf(author.Name)) is { } known
            ? author with
            {
                Portrait = known.Own.Portrait,
            }
            : author;

    private static bool Same(IReadOnlyList<Inline> one, IReadOnlyList<Inline> other) =>
        JsonSerializer.Serialize(one, ColumnJson.Readable.IReadOnlyListInline)
        == JsonSerializer.Serialize(other, ColumnJson.Readable.IReadOnlyListInline);

    private static string Quoted(string value) => JsonSerializer.Serialize(value, s_quoted);

    private static string OnOneLine(string text) =>
        text.Replace("\\\n", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
