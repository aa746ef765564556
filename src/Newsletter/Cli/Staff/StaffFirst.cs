using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Staff;

namespace Newsletter.Cli;

internal static class StaffFirst
{
    public static Command Command() =>
        Verb.Of(
            "first",
            "Prints the link that opens the first account of the desk, once, within a day.",
            [],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var token = await session.Stage<Invitations>().FirstAsync(cancel);
                var link = SiteOptions.Join(session.Stage<IOptions<SiteOptions>>().Value.Root, token);
                session.Terminal.Result(
                    new JsonObject { ["url"] = link },
                    [
                        $"{link} opens the first account, which is an admin's, once and within a day; a link printed before works no more.",
                    ]
                );
                return Verb.Done;
            }
        );
}
