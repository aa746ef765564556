using System.Text.Json.Nodes;
using Newsletter.Columns;

namespace Newsletter.Cli;

/// <summary>How the command line shows a column, to scripts and to people.</summary>
internal static class ColumnForms
{
    public static JsonNode Document(TakenColumn taken)
    {
        var document = Document(taken.Column.Id, taken.Content);
        document["change"] = Written.Word(taken.Change);
        return document;
    }

    public static JsonObject Document(int id, ColumnDraft content) =>
        new()
        {
            ["id"] = id,
            ["title"] = content.Title,
            ["language"] = content.Language,
            ["date"] = Written.Day(content.Date),
            ["address"] = content.Address,
            ["standfirst"] = BlockText.Of(content.Standfirst),
            ["authors"] = new JsonArray([
                .. content.Authors.Select(author => new JsonObject { ["name"] = author.Name, ["role"] = author.Role }),
            ]),
            ["blocks"] = new JsonArray([
                .. content.Blocks.Select(block => new JsonObject
                {
                    ["kind"] = BlockText.KindOf(block),
                    ["text"] = BlockText.Of(block),
                }),
            ]),
            ["dropped"] = new JsonArray([
                .. content.Dropped.Select(dropped => new JsonObject { ["text"] = dropped.Text, ["why"] = dropped.Why }),
            ]),
            ["notices"] = new JsonArray([.. content.Notices.Select(notice => JsonValue.Create(notice))]),
        };

    public static IEnumerable<string> Lines(TakenColumn taken)
    {
        var change = taken.Change switch
        {
            ColumnChange.Added => "added",
            ColumnChange.Revised => $"revised (revision {taken.Column.Revision})",
            _ => "unchanged: this very text is here already",
        };
        return Lines(taken.Column.Id, taken.Content, change);
    }

    public static IEnumerable<string> Lines(int id, ColumnDraft content, string what)
    {
        yield return $"Column {id} {what}: {content.Title}";
        foreach (var author in content.Authors)
            yield return $"  by {author.Name}{(author.Role is null ? "" : $", {author.Role}")}";
        var kinds = content.Blocks.CountBy(BlockText.KindOf).Select(kind => $"{kind.Value} {kind.Key}");
        yield return $"  {content.Language ?? "language unknown"}; {string.Join(", ", kinds)}";
        foreach (var dropped in content.Dropped)
            yield return $"  dropped \"{dropped.Text.ReplaceLineEndings(" ")}\": {dropped.Why}";
        foreach (var notice in content.Notices)
            yield return $"  note: {notice}";
    }
}
