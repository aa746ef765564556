using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Cli;

internal static class ColumnAdd
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var publication = new Option<string>("--publication") { HelpName = "SLUG", Required = true };
        var format = new Option<string>("--format")
        {
            HelpName = "auto|text|markdown|html|wxr|feed",
            DefaultValueFactory = _ => "auto",
        };
        var pages = new Option<bool>("--pages")
        {
            Description = "Of a WordPress export take its pages too, not only its posts.",
        };
        var types = new Option<string?>("--types")
        {
            HelpName = "NAME,NAME",
            Description = "Of a WordPress export take posts of these types; \"post\" unless it is said.",
        };
        return Verb.Of(
            "add",
            "Adds columns from files, and says what was dropped and why.",
            [files, publication, format, pages, types],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var posts = ExportTypes.Of(session.Get(types), session.Get(pages));
                var wanted = ColumnFormats.Parse(session.Get(format));
                // All files are read before the first is taken in: a bad one leaves everything as it was.
                var opened = new List<OpenedFile>();
                var taken = new List<TakenColumn>();
                try
                {
                    foreach (var file in session.Get(files))
                        opened.Add(
                            await ColumnFiles.OpenAsync(file, wanted, posts, session.Stage<ShortcodeNames>(), cancel)
                        );
                    foreach (var file in opened)
                        await TakeAsync(session, session.Get(publication), file, taken, cancel);
                }
                finally
                {
                    opened.ForEach(file => file.Dispose());
                }
                session.Terminal.Result(
                    new JsonArray([.. taken.Select(ColumnForms.Document)]),
                    taken.SelectMany(ColumnForms.Lines)
                );
                return Verb.Done;
            }
        );
    }

    private static async Task TakeAsync(
        Session session,
        string publication,
        OpenedFile file,
        List<TakenColumn> taken,
        CancellationToken cancel
    )
    {
        foreach (var notice in file.Notices)
            session.Terminal.Note($"note: {notice}");
        var before = taken.Count;
        foreach (var (origin, draft) in file.Columns())
            taken.Add(await TakenAsync(session, publication, origin, draft, cancel));
        foreach (var skipped in file.Skipped)
            session.Terminal.Note($"no column: \"{skipped.Text}\": {skipped.Why}");
        if (!file.IsOne)
            session.Terminal.Note(
                $"{file.Name}: {taken.Count - before} column(s){(file.Skipped.Count > 0 ? $", {file.Skipped.Count} left out" : "")}."
            );
    }

    private static Task<TakenColumn> TakenAsync(
        Session session,
        string publication,
        string origin,
        ColumnDraft draft,
        CancellationToken cancel
    )
    {
        var pictures = PictureShelf.Uses(draft).Distinct().Count();
        var what = pictures == 0 ? "it is being taken in" : $"its {pictures} picture(s) are being fetched";
        return Waiting.ForAsync(
            session.Terminal,
            session.Stage<TimeProvider>(),
            $"{draft.Title}: {what} …",
            session.Stage<Intake>().TakeAsync(publication, origin, draft, cancel)
        );
    }
}
