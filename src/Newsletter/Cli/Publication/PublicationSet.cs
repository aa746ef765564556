using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Pictures;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class PublicationSet
{
    public static Command Command()
    {
        var options = new PublicationOptions(adding: false);
        return Verb.Of(
            "set",
            "Changes settings of a publication; those not named stay.",
            options.All,
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var (rhythms, wish) = (session.Stage<Rhythms>(), options.ReadRhythms(session));
                rhythms.Check(wish);
                var register = session.Stage<PublicationRegister>();
                var settings = await session.Stage<LogoIntake>().WithLogosAsync(options.Read(session), cancel);
                var publication = await register.SetAsync(session.Get(options.Slug), settings, cancel);
                var changes = await rhythms.SetAsync(publication.Slug, wish, cancel);
                var notices = publication.Theme.Notices().ToList();
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["slug"] = publication.Slug,
                        ["notices"] = new JsonArray([.. notices.Select(notice => JsonValue.Create(notice))]),
                        ["rhythms"] = new JsonArray([.. changes.Select(Document)]),
                    },
                    [$"Publication {publication.Slug} changed.", .. changes.Select(Line), .. notices]
                );
                return Verb.Done;
            }
        );
    }

    private static JsonObject Document(RhythmChange change) =>
        new()
        {
            ["rhythm"] = change.Rhythm,
            ["schedule"] = change.Schedule,
            ["fellBack"] = change.FellBack,
        };

    private static string Line(RhythmChange change) =>
        change.Schedule is { } schedule
            ? $"The {change.Rhythm} edition goes by {schedule}."
            : $"The {change.Rhythm} edition is not offered any more; {change.FellBack} reader(s) who chose it get every issue again.";
}
