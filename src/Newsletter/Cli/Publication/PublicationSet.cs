using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Pictures;
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
                var register = session.Stage<PublicationRegister>();
                var settings = await session.Stage<LogoIntake>().WithLogosAsync(options.Read(session), cancel);
                var publication = await register.SetAsync(session.Get(options.Slug), settings, cancel);
                var notices = publication.Theme.Notices().ToList();
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["slug"] = publication.Slug,
                        ["notices"] = new JsonArray([.. notices.Select(notice => JsonValue.Create(notice))]),
                    },
                    [$"Publication {publication.Slug} changed.", .. notices]
                );
                return Verb.Done;
            }
        );
    }
}
