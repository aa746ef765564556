using System.Text.Json.Nodes;
using Newsletter.Cli;

namespace Newsletter.Tests.Testing;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record Typed(int Status, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output) ?? throw new InvalidOperationException($"No JSON: {Output}{Error}");

    /// <summary>Runs a command as a person would type it, in this process.</summary>
    public static async Task<Typed> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await CommandLine.RunAsync(words, output, error);
        return new Typed(status, output.ToString(), error.ToString());
    }

    /// <summary>The same, and it must be done.</summary>
    public static async Task<Typed> DoneAsync(params string[] words)
    {
        var typed = await RunAsync(words);
        return typed.Status == 0
            ? typed
            : throw new InvalidOperationException(
                $"{string.Join(' ', words)} ended with {typed.Status}: {typed.Error}"
            );
    }
}
