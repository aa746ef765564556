using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.CopiedPages;
using Newsletter.Columns.Sources.MarkdownFiles;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources;

/// <summary>The edge at which a file becomes a column. What cannot be read is a <see cref="Refusal"/> that says why.</summary>
internal static class ColumnFile
{
    public const int LargestMegabytes = 10;

    public static async Task<ColumnDraft> ReadAsync(
        string path,
        ColumnFormat format,
        ShortcodeNames shortcodes,
        CancellationToken cancellationToken
    )
    {
        if (Directory.Exists(path))
            throw new Refusal($"{path} is a folder: name the files in it.");
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new Refusal($"There is no file {path}; give the path of a text or Markdown file.");
        if (file.Length > LargestMegabytes * 1024L * 1024L)
            throw TooLarge(path);
        try
        {
            return Parse(await File.ReadAllBytesAsync(path, cancellationToken), file.Name, format, shortcodes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"{path} cannot be read ({cause.Message.TrimEnd('.')}); see its permissions and its disk.",
                cause
            );
        }
    }

    /// <param name="name">The file's name, for sentences, for the format and, at worst, for a title.</param>
    public static ColumnDraft Parse(byte[] bytes, string name, ColumnFormat format, ShortcodeNames shortcodes)
    {
        if (bytes.Length == 0)
            throw new Refusal($"{name} is empty; a column needs a title or a text.");
        if (bytes.Length > LargestMegabytes * 1024 * 1024)
            throw TooLarge(name);
        var text = format is ColumnFormat.Html ? PageText(bytes, name) : PlainText(bytes, name);
        if (string.IsNullOrWhiteSpace(text))
            throw new Refusal($"{name} is empty: it holds nothing but blank space; a column needs a title or a text.");
        var draft = Read(text, name, format, shortcodes);
        return draft is { Blocks.Count: 0, Title.Length: 0 }
            ? throw new Refusal($"{name} holds no text for a column; see whether it is the right file.")
            : draft;
    }

    private static string PlainText(byte[] bytes, string name)
    {
        FileKind.RefuseOtherThanText(bytes, name);
        return TextEncoding.Decode(bytes, name);
    }

    // A page says its encoding itself, and is none the less often of another.
    private static string PageText(byte[] bytes, string name)
    {
        using var held = new MemoryStream(bytes);
        var encoding = MarkupEncoding.Of(held, name, contentType: null);
        return encoding.Encoding.GetString(bytes.AsSpan(encoding.MarkLength));
    }

    private static ColumnDraft Read(string text, string name, ColumnFormat format, ShortcodeNames shortcodes)
    {
        try
        {
            return FormatGuess.Settle(format, name, text) switch
            {
                ColumnFormat.Html => HtmlColumn.ReadPage(text, name, shortcodes).Draft,
                ColumnFormat.Markdown => MarkdownColumn.Read(text, name, shortcodes),
                _ => CopiedPage.Read(text, name, shortcodes),
            };
        }
        catch (RegexMatchTimeoutException cause)
        {
            throw new Refusal(
                $"{name} takes too long to read: it holds text made to be slow. Cut it into smaller files.",
                cause
            );
        }
    }

    private static Refusal TooLarge(string name) =>
        new($"{name} is larger than {LargestMegabytes} MB: that is no column. Cut it into several files.");
}
