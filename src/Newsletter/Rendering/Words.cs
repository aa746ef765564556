using System.Collections.Frozen;
using System.Text.Json;
using Newsletter.Rendering.Typography;

namespace Newsletter.Rendering;

/// <summary>The program's own words in an issue, in one language: what stands around the columns.</summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> sentences;

    private Words(string language, IEnumerable<KeyValuePair<string, string>> sentences)
    {
        Language = language;
        this.sentences = sentences.ToFrozenDictionary();
    }

    /// <summary>Words that were read before.</summary>
    public static Words Of(string language, IEnumerable<KeyValuePair<string, string>> sentences) =>
        new(language, sentences);

    /// <summary>The language of the words, which is English where the publication's has no file.</summary>
    public string Language { get; }

    public IEnumerable<KeyValuePair<string, string>> All => sentences.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public string this[string key] =>
        sentences.TryGetValue(key, out var sentence)
            ? sentence
            : throw new Refusal($"The words file of the templates for \"{Language}\" lacks \"{key}\".");

    /// <param name="path">Named when the file is wrong.</param>
    public static Words Parse(string json, string path, string language)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new Words(
                language,
                [
                    .. document
                        .RootElement.EnumerateObject()
                        .Select(word =>
                            KeyValuePair.Create(word.Name, Typesetter.Set(word.Value.GetString() ?? "", language))
                        ),
                ]
            );
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            var line = fault is JsonException { LineNumber: { } zeroBased } ? $", line {zeroBased + 1}" : "";
            throw new Refusal(
                $"The words file {path} is wrong{line}: it is one JSON object, and each of its members a string.",
                fault
            );
        }
    }

    public Words Over(Words others) =>
        new(Language, others.sentences.Where(pair => !sentences.ContainsKey(pair.Key)).Concat(sentences));

    public string Fill(string key, string first, string second = "") => Sentence.Fill(this[key], first, second);

    /// <summary>"A", "A et B", "A, B et C".</summary>
    public string Join(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            2 => Fill("join_two", names[0], names[1]),
            _ => Fill(
                "join_last",
                string.Join(
                    this["join_comma"],
                    names.Take(names.Count - 1).Select(name => Isolation.Within(this["join_last"], name))
                ),
                names[^1]
            ),
        };
}
