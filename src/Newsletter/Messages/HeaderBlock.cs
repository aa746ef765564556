using System.Collections;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>The fields of a header in their order. Nothing that is added can begin a line of its own.</summary>
internal sealed class HeaderBlock : IEnumerable<HeaderField>
{
    private readonly List<HeaderField> fields = [];

    public void AddText(string name, string text) => fields.Add(new(name, HeaderText.Unstructured(name, text)));

    public void AddMailbox(string name, string displayName, EmailAddress address) =>
        AddNamed(name, displayName == address.Value ? "" : displayName, address.Wire);

    /// <summary>A phrase and something in angle brackets.</summary>
    public void AddNamed(string name, string phrase, string inBrackets)
    {
        var words = HeaderText.Phrase(phrase, name.Length + 2).ToList();
        fields.Add(
            new(
                name,
                HeaderText.Folded(
                    name,
                    words.Count == 0 ? [Checked(inBrackets)] : [.. words, $"<{Checked(inBrackets)}>"]
                )
            )
        );
    }

    /// <param name="value">ASCII that the program made; it is folded at its blanks.</param>
    public void AddStructured(string name, string value) =>
        fields.Add(new(name, HeaderText.Folded(name, Checked(value).Split(' '))));

    /// <summary>Fields that were made for all messages of an issue.</summary>
    public void AddAll(HeaderBlock shared) => fields.AddRange(shared.fields);

    public void InsertFirst(IReadOnlyList<HeaderField> those) => fields.InsertRange(0, those);

    public IEnumerator<HeaderField> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Concat(fields);

    private static string Checked(string value) =>
        value.Any(char.IsControl)
            ? throw new ArgumentException(
                "A header field cannot hold a line break or control character.",
                nameof(value)
            )
            : value;
}
