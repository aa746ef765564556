using System.CommandLine;

namespace Newsletter.Cli;

/// <summary>Makes commands: what they take, what they need, and what they do.</summary>
internal static class Verb
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused, with a sentence that says what, why and what to do.</summary>
    public const int Refused = 1;

    /// <summary>What was typed is no command.</summary>
    public const int WrongUsage = 2;

    public static Command Of(
        string name,
        string description,
        IReadOnlyList<Symbol> takes,
        DatabaseNeed need,
        Func<Session, CancellationToken, Task<int>> run,
        int whenStopped = Refused
    )
    {
        var command = new Command(name, description);
        foreach (var symbol in takes)
        {
            if (symbol is Option option)
                command.Add(option);
            else if (symbol is Argument argument)
                command.Add(argument);
        }

        command.SetAction(
            async (parsed, cancel) =>
            {
                var terminal = new Terminal(
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    parsed.GetValue(GlobalOptions.Json)
                );
                await using var session = new Session(parsed, terminal);
                return await Faults.SayAsync(
                    terminal,
                    async () =>
                    {
                        await session.PrepareAsync(need, cancel);
                        return await run(session, cancel);
                    },
                    whenStopped,
                    cancel
                );
            }
        );
        return command;
    }

    /// <summary>A noun with its verbs.</summary>
    public static Command Noun(string name, string description, params ReadOnlySpan<Command> verbs)
    {
        var noun = new Command(name, description);
        foreach (var verb in verbs)
            noun.Add(verb);
        return noun;
    }
}
