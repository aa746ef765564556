using System.Data.Common;
using Microsoft.Extensions.Options;
using Newsletter.Database;

namespace Newsletter.Cli;

/// <summary>What a person may have caused is said in a sentence, without a stack trace, and ends with status 1.</summary>
internal static class Faults
{
    /// <param name="terminal">Where it is said.</param>
    /// <param name="run">The command.</param>
    /// <param name="whenStopped">The status of a command that was stopped before its end.</param>
    /// <param name="cancel">Set when it is to stop.</param>
    public static async Task<int> SayAsync(
        Terminal terminal,
        Func<Task<int>> run,
        int whenStopped,
        CancellationToken cancel
    )
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Note("Stopped.");
            return whenStopped;
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            terminal.Note(sentence);
            return Verb.Refused;
        }
    }

    /// <summary>Null for what is our own mistake: that one shows its stack trace.</summary>
    private static string? Sentence(Exception fault) =>
        fault switch
        {
            Refusal => fault.Message,
            OptionsValidationException or AggregateException when WrongSettings.In(fault) is { } wrong => wrong,
            _ when DatabaseFault.In(fault) is { } database => Database(database),
            IOException or UnauthorizedAccessException => $"A file cannot be used: {fault.Message}",
            _ => null,
        };

    private static string Database(DbException fault) =>
        $"The database cannot be used: {DatabaseFault.Sentence(fault)}. The last step of this command changed nothing.";
}
