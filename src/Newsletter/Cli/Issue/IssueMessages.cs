using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;

namespace Newsletter.Cli;

internal static class IssueMessages
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var state = new Option<string?>("--state") { HelpName = "S", Description = string.Join(", ", States()) + "." };
        return Verb.Of(
            "messages",
            "One line a message: whose it is, and what became of it.",
            [id, state],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var statuses = session.Stage<IssueStatuses>();
                await statuses.OfAsync(session.Get(id), cancel);
                var messages = statuses.MessagesAsync(session.Get(id), StateOf(session.Get(state)), cancel);
                if (session.Terminal.Json)
                    await session.Terminal.ArrayAsync(messages.Select(Document));
                else
                    await foreach (var message in messages)
                        session.Terminal.Line(
                            $"{message.Email}  {message.State.ToString().ToLowerInvariant()}  {message.LastReply}"
                        );
                return Verb.Done;
            }
        );
    }

    private static JsonNode Document(MessageLine message) =>
        new JsonObject
        {
            ["email"] = message.Email,
            ["state"] = message.State.ToString().ToLowerInvariant(),
            ["attempts"] = message.Attempts,
            ["notBefore"] = message.NotBefore.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["settledAt"] = message.SettledAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["reply"] = message.LastReply,
        };

    private static MessageState? StateOf(string? word) =>
        word is null ? null
        : Array.Find(
            Enum.GetValues<MessageState>(),
            state => state.ToString().Equals(word.Trim(), StringComparison.OrdinalIgnoreCase)
        )
            is var found
        && States().Contains(word.Trim().ToLowerInvariant())
            ? found
        : throw new Refusal($"\"{word}\" is no state of a message; it can be {string.Join(", ", States())}.");

    private static IEnumerable<string> States() =>
        Enum.GetNames<MessageState>().Select(name => name.ToLowerInvariant());
}
