using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Cli;

internal static class SubscriberUnsubscribe
{
    public static Command Command()
    {
        var email = SubscriberArguments.Email();
        var publication = new Option<string?>("--publication")
        {
            HelpName = "SLUG",
            Description = "Only this one; else all.",
        };
        return Verb.Of(
            "unsubscribe",
            "Withdraws a reader who asked for it by another way than the link.",
            [email, publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var address = EmailAddress.Parse(session.Get(email));
                var left = await session
                    .Stage<Unsubscribing>()
                    .LeaveAsync(address, session.Get(publication), "command line", cancel);
                session.Terminal.Result(
                    new JsonObject { ["email"] = address.Value, ["left"] = left },
                    $"{address} left {left} publication(s)."
                );
                return Verb.Done;
            }
        );
    }
}
