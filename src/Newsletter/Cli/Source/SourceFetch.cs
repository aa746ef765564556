using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class SourceFetch
{
    public static Command Command()
    {
        var named = new Argument<string?>("PUBLICATION|ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A publication's slug, or a source's number; none for all that are not paused.",
        };
        return Verb.Of(
            "fetch",
            "Fetches sources now, and says what was found, what was dropped, and why.",
            [named],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var (sources, paused) = await NamedAsync(session, session.Get(named), cancel);
                var all = new List<(SourceFetched Fetched, string Publication)>();
                foreach (var (source, slug) in sources)
                {
                    if (await FetchedAsync(session, source, cancel) is { } fetched)
                        all.Add((fetched, slug));
                }

                session.Terminal.Result(
                    new JsonArray([.. all.Select(one => SourceForms.Document(one.Fetched, one.Publication))]),
                    all.SelectMany(one => SourceForms.Lines(one.Fetched))
                        .Concat(paused.Select(Paused))
                        .DefaultIfEmpty("There is no source yet; add one with \"newsletter source add\".")
                );
                return all.Exists(one => one.Fetched.Fault is not null) ? Verb.Refused : Verb.Done;
            }
        );
    }

    // Who names one means it; of several, those that are paused are left out.
    private static async Task<(
        List<(Source Source, string Publication)> Wanted,
        List<(Source Source, string Publication)> Paused
    )> NamedAsync(Session session, string? named, CancellationToken cancel)
    {
        var register = session.Stage<SourceRegister>();
        var isNumber = int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        if (isNumber && !await session.Stage<PublicationRegister>().HasAsync(named!, cancel))
            return ([await register.FindAsync(id, cancel)], []);
        var all = await register.ListAsync(named, cancel);
        return (all.FindAll(one => one.Source.PausedAt is null), all.FindAll(one => one.Source.PausedAt is not null));
    }

    private static string Paused((Source Source, string Publication) one) =>
        $"Source {one.Source.Id}, {one.Source.Address}, is paused; \"newsletter source fetch {one.Source.Id}\" fetches it all the same.";

    private static Task<SourceFetched?> FetchedAsync(Session session, Source source, CancellationToken cancel) =>
        Waiting.ForAsync(
            session.Terminal,
            session.Stage<TimeProvider>(),
            $"{source.Address} is being fetched …",
            session.Stage<SourceFetching>().FetchAsync(source.Id, cancel)
        );
}
