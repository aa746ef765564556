using System.CommandLine;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

internal static class SourceAdd
{
    public static Command Command()
    {
        var publication = new Argument<string>("PUBLICATION") { Description = "The slug of the publication." };
        var site = new Option<string?>("--wordpress") { HelpName = "URL", Description = "A WordPress site." };
        var feed = new Option<string?>("--feed") { HelpName = "URL", Description = "RSS, Atom, RDF or JSON Feed." };
        var folder = new Option<string?>("--folder") { HelpName = "DIR", Description = "The files of a folder." };
        var since = new Option<string?>("--since")
        {
            HelpName = "DAY",
            Description = "What was published before this day is taken in and set aside.",
        };
        var pages = new Option<bool>("--pages")
        {
            Description = "Read the page behind an item where the feed holds only an excerpt.",
        };
        return Verb.Of(
            "add",
            "Adds where columns of a publication come from by themselves.",
            [publication, site, feed, folder, since, pages],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var (kind, typed) = Named(session.Get(site), session.Get(feed), session.Get(folder));
                var (source, isNew) = await session
                    .Stage<SourceRegister>()
                    .AddAsync(
                        session.Get(publication),
                        kind,
                        typed,
                        session.Get(since) is { } day ? SourceDay.Read(day) : null,
                        session.Get(pages),
                        cancel
                    );
                session.Terminal.Result(
                    SourceForms.Document(source, session.Get(publication)),
                    [
                        isNew
                            ? $"Source {source.Id} added: {source.Address}. \"newsletter serve\" fetches it by itself; \"newsletter source fetch {session.Get(publication)}\" does now."
                            : $"It is source {source.Id} already; nothing was changed.",
                    ]
                );
                return Verb.Done;
            }
        );
    }

    private static (SourceKind Kind, string Typed) Named(string? site, string? feed, string? folder)
    {
        var named = new[] { (SourceKind.WordPress, site), (SourceKind.Feed, feed), (SourceKind.Folder, folder) }
            .Where(one => one.Item2 is not null)
            .ToList();
        return named is [(var kind, { } typed)]
            ? (kind, typed)
            : throw new Refusal(
                "Say where the columns come from, in one way: --wordpress URL, --feed URL or --folder DIR."
            );
    }
}
