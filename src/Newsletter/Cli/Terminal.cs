using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsletter.Cli;

/// <summary>What a command says. Results go to standard output, everything else to standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool json)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether standard output carries one JSON document and nothing else.</summary>
    public bool Json { get; } = json;

    /// <summary>Whether standard error is a screen.</summary>
    public bool IsOnScreen => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Whether a person sees what is said while the work goes on.</summary>
    public bool IsWatched => IsOnScreen && !Json;

    /// <summary>The result, in the form that was asked for.</summary>
    public void Result(JsonNode document, params IEnumerable<string> lines)
    {
        if (Json)
        {
            output.WriteLine(Text(document));
            return;
        }

        foreach (var line in lines)
            output.WriteLine(line);
    }

    /// <summary>One JSON array, written as it is read: a list of a million is never held.</summary>
    public async Task ArrayAsync(IAsyncEnumerable<JsonNode> documents)
    {
        var separator = "[";
        await foreach (var document in documents)
        {
            await output.WriteAsync(separator + Text(document));
            separator = ",";
        }

        await output.WriteLineAsync(separator == "[" ? "[]" : "]");
    }

    /// <summary>JSON as every command writes it: accents stay letters.</summary>
    public static string Text(JsonNode document) => document.ToJsonString(Readable);

    /// <summary>Something that a person should know, and that is no result.</summary>
    public void Note(string sentence) => error.WriteLine(sentence);

    /// <summary>A piece of a result that is too long to hold; for people only.</summary>
    public void Line(string text) => output.WriteLine(text);

    /// <summary>Where a result that is no line and no document is written.</summary>
    public TextWriter Output => output;

    public TextWriter Error => error;
}
