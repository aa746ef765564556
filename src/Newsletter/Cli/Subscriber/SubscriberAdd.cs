using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Cli;

internal static class SubscriberAdd
{
    public static Command Command()
    {
        var email = SubscriberArguments.Email();
        var publication = SubscriberArguments.Publication();
        var name = new Option<string?>("--name") { HelpName = "N" };
        var confirmed = new Option<bool>("--confirmed") { Description = "They agreed already; --consent says how." };
        var consent = new Option<string?>("--consent") { HelpName = "\"how and when\"" };
        return Verb.Of(
            "add",
            "Adds a reader: pending, or active with --confirmed and --consent.",
            [email, publication, name, confirmed, consent],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var given = Consent(session.Get(confirmed), session.Get(consent));
                var address = EmailAddress.Parse(session.Get(email));
                var result = await session
                    .Stage<Subscribing>()
                    .AddAsync(session.Get(publication), address, session.Get(name), given, cancel);
                var state = Written.Word(result.State);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["email"] = address.Value,
                        ["state"] = state,
                        ["added"] = result.IsNew,
                    },
                    $"{address} is {state} in {session.Get(publication)}."
                );
                return Verb.Done;
            }
        );
    }

    private static GivenConsent? Consent(bool confirmed, string? sentence) =>
        confirmed ? new GivenConsent("command line", sentence)
        : sentence is null ? null
        : throw new Refusal(
            "--consent says how a reader agreed; give --confirmed with it, or leave it out for a pending reader."
        );
}
