using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Addresses;
using Newsletter.Records;

namespace Newsletter.Cli;

internal static class SubscriberErase
{
    public static Command Command()
    {
        var email = SubscriberArguments.Email();
        return Verb.Of(
            "erase",
            "Erases all that is held of a reader, and keeps files from bringing them back.",
            [email],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var address = EmailAddress.Parse(session.Get(email));
                var held = await session.Stage<Erasing>().EraseAsync(address, cancel);
                session.Terminal.Result(
                    new JsonObject { ["email"] = address.Value, ["erased"] = held },
                    held
                        ? $"{address} is erased. No import brings the address back; its reader can, by signing up."
                        : $"Nothing was held of {address}. No import brings the address in; its reader can sign up."
                );
                return Verb.Done;
            }
        );
    }
}
