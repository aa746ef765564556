using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

internal static class SourceFetch
{
    public static Command Command()
    {
        var publication = new Argument<string?>("PUBLICATION")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Its slug; none for all.",
        };
        return Verb.Of(
            "fetch",
            "Fetches sources now, and says what was found, what was dropped, and why.",
            [publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var sources = await session.Stage<SourceRegister>().ListAsync(session.Get(publication), cancel);
                var all = new List<(SourceFetched Fetched, string Publication)>();
                foreach (var (source, slug) in sources)
                {
                    if (await FetchedAsync(session, source, cancel) is { } fetched)
                        all.Add((fetched, slug));
                }

                session.Terminal.Result(
                    new JsonArray([.. all.Select(one => SourceForms.Document(one.Fetched, one.Publication))]),
                    all.SelectMany(one => SourceForms.Lines(one.Fetched))
                        .DefaultIfEmpty("There is no source yet; add one with \"newsletter source add\".")
                );
                return all.Exists(one => one.Fetched.Fault is not null) ? Verb.Refused : Verb.Done;
            }
        );
    }

    private static Task<SourceFetched?> FetchedAsync(Session session, Source source, CancellationToken cancel) =>
        Waiting.ForAsync(
            session.Terminal,
            session.Stage<TimeProvider>(),
            $"{source.Address} is being fetched …",
            session.Stage<SourceFetching>().FetchAsync(source.Id, cancel)
        );
}
