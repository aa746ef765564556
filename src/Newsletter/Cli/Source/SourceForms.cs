using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

/// <summary>How the command line shows a source, to scripts and to people.</summary>
internal static class SourceForms
{
    public static JsonObject Document(Source source, string publication) =>
        new()
        {
            ["id"] = source.Id,
            ["publication"] = publication,
            ["kind"] = Word(source.Kind),
            ["address"] = source.Address,
            ["title"] = source.Title,
            ["since"] = Written.Day(source.Since),
            ["readsPages"] = source.ReadsPages,
            ["fetchedAt"] = Written.Instant(source.FetchedAt),
            ["nextAt"] = Written.Instant(source.NextAt),
            ["pausedAt"] = Written.Instant(source.PausedAt),
            ["failures"] = source.Failures,
            ["trouble"] = source.Trouble,
            ["told"] = source.Told,
        };

    /// <summary>In one line: where it is, and how it goes.</summary>
    public static string Line(Source source) =>
        $"{source.Id}, {source.Address}: {(source.PausedAt is { } since ? $"paused since {Written.Instant(since)}, " : "")}{source switch
        {
            { Trouble: not null } => $"failed {source.Failures} time(s) in a row; \"newsletter source list\" says why",
            { FetchedAt: not null } => $"fetched {Written.Instant(source.FetchedAt)}",
            _ => "not fetched yet",
        }}";

    public static IEnumerable<string> Lines(Source source, string publication)
    {
        var title = source.Title is null ? "" : $" ({source.Title})";
        yield return $"{source.Id}  {publication}  {Word(source.Kind)}  {source.Address}{title}";
        if (source.PausedAt is { } paused)
            yield return $"   paused since {Written.Instant(paused)}; \"newsletter source resume {source.Id}\" goes on.";
        if (source.Trouble is not null)
            yield return $"   failed {source.Failures} time(s) in a row: {source.Trouble}{(source.PausedAt is null ? $" Asked again at {Written.Instant(source.NextAt)}." : "")}";
        if (source.FetchedAt is not null)
            yield return $"   fetched {Written.Instant(source.FetchedAt)}: {source.Told?.Replace("\n", "\n   ", StringComparison.Ordinal) ?? "nothing new."}";
        else if (source.Trouble is null)
            yield return "   not fetched yet";
    }

    public static JsonObject Document(SourceFetched fetched, string publication)
    {
        var document = Document(fetched.Source, publication);
        document["found"] = fetched.Found;
        document["fault"] = fetched.Fault;
        document["unchanged"] = fetched.Unchanged;
        document["setAside"] = fetched.SetAside;
        document["columns"] = new JsonArray([.. fetched.Taken.Select(ColumnForms.Document)]);
        document["notices"] = new JsonArray([.. fetched.Notices.Select(notice => JsonValue.Create(notice))]);
        return document;
    }

    public static IEnumerable<string> Lines(SourceFetched fetched) =>
        [
            $"Source {fetched.Source.Id}, {fetched.Source.Address}: {fetched.Found}",
            .. fetched.Taken.SelectMany(ColumnForms.Lines).Select(line => $"  {line}"),
            .. fetched.Notices.Select(notice => $"  note: {notice}"),
        ];

    // "wordpress", as the option is written.
    private static string Word(SourceKind kind) => kind.ToString().ToLowerInvariant();
}
