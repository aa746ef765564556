using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;

namespace Newsletter.Cli;

internal static class IssueMessages
{
    /// <summary>As they are shown: what is claimed counts as queued.</summary>
    private static readonly MessageState[] States =
    [
        MessageState.Queued,
        MessageState.Sending,
        MessageState.Sent,
        MessageState.Failed,
        MessageState.Unknown,
        MessageState.Withdrawn,
    ];

    public static Command Command()
    {
        var id = IssueArgument.Id();
        var state = new Option<string?>("--state") { HelpName = "S", Description = $"{Written.Words(States)}." };
        return Verb.Of(
            "messages",
            "One line a message: whose it is, and what became of it.",
            [id, state],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var statuses = session.Stage<IssueStatuses>();
                var messages = statuses.MessagesAsync(
                    session.Get(id),
                    Written.State(session.Get(state), States),
                    cancel
                );
                if (session.Terminal.Json)
                    await session.Terminal.ArrayAsync(messages.Select(Document));
                else
                    await foreach (var message in messages)
                        session.Terminal.Line($"{message.Email}  {Written.Word(message.State)}  {message.LastReply}");
                return Verb.Done;
            }
        );
    }

    private static JsonNode Document(MessageLine message) =>
        new JsonObject
        {
            ["email"] = message.Email,
            ["state"] = Written.Word(message.State),
            ["attempts"] = message.Attempts,
            ["notBefore"] = Written.Instant(message.NotBefore),
            ["settledAt"] = Written.Instant(message.SettledAt),
            ["reply"] = message.LastReply,
        };
}
