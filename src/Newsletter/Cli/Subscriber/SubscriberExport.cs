using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Delivery.Audiences;
using Newsletter.Subscribers.Exporting;

namespace Newsletter.Cli;

/// <summary><c>subscriber export</c>.</summary>
internal static class SubscriberExport
{
    public static Command Command()
    {
        var publication = SubscriberArguments.Publication();
        var file = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = "Write it to a file, which only its owner can read; else to standard output.",
        };
        var format = new Option<string?>("--format")
        {
            HelpName = "csv|json",
            Description = "csv, unless --json is given or the file is named so.",
        };
        var state = new Option<string?>("--state")
        {
            HelpName = "S",
            Description = "pending, active, paused, unsubscribed, bounced, complained or suppressed.",
        };
        var where = SubscriberArguments.Where();
        return Verb.Of(
            "export",
            "Writes the readers of a publication, with their consent, tags and fields.",
            [publication, file, format, state, where],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var path = session.Get(file);
                var isJson = IsJson(session.Get(format), path, session.Terminal.Json);
                var filter = session.Get(where) is { } text ? session.Stage<SegmentReaders>().FilterOf(text) : null;
                var order = new ExportOrder(session.Get(publication), session.Get(state), filter);
                if (path is null)
                    await WriteAsync(session, order, isJson, session.Terminal.Output, null, cancel);
                else
                    await WriteFileAsync(session, order, isJson, path, cancel);
                return Verb.Done;
            }
        );
    }

    private static bool IsJson(string? format, string? path, bool jsonAsked) =>
        format?.Trim().ToLowerInvariant() switch
        {
            // Standard output carries one JSON document then, and nothing else.
            null when path is null => jsonAsked,
            null => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase),
            "json" => true,
            "csv" when path is null && jsonAsked => throw new Refusal(
                "With --json the result is JSON; leave --json out, or write the CSV to a file with --out."
            ),
            "csv" => false,
            _ => throw new Refusal($"\"{format}\" is no format of an export; use csv or json (--format)."),
        };

    private static async Task WriteFileAsync(
        Session session,
        ExportOrder order,
        bool isJson,
        string path,
        CancellationToken cancel
    )
    {
        var written = await NewFile.WriteAsync(
            path,
            text =>
                LongWork.ShowAsync(
                    session.Terminal,
                    session.Stage<TimeProvider>(),
                    "Exporting",
                    done => WriteAsync(session, order, isJson, text, done, cancel)
                ),
            cancel
        );
        session.Terminal.Result(
            new JsonObject { ["written"] = Path.GetFullPath(path), ["readers"] = written },
            string.Create(CultureInfo.InvariantCulture, $"Written: {Path.GetFullPath(path)}, {written:N0} readers.")
        );
    }

    private static async Task<long> WriteAsync(
        Session session,
        ExportOrder order,
        bool isJson,
        TextWriter text,
        IProgress<WorkDone>? done,
        CancellationToken cancel
    )
    {
        var export = session.Stage<Export>();
        var csv = new ExportCsv(await export.FieldNamesAsync(order, cancel));
        var written = 0L;
        if (!isJson)
            await text.WriteAsync($"{csv.Header}\n");
        await foreach (var reader in export.ReadAsync(order, cancel))
        {
            await text.WriteAsync(
                isJson
                    ? $"{(written == 0 ? "[" : ",")}{Terminal.Text(ExportJson.Of(reader))}\n"
                    : $"{csv.LineOf(reader)}\n"
            );
            if (++written % 1000 == 0)
                done?.Report(new WorkDone(null, string.Create(CultureInfo.InvariantCulture, $"{written:N0} readers")));
        }

        if (isJson)
            await text.WriteAsync(written == 0 ? "[]\n" : "]\n");
        return written;
    }
}
