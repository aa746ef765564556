using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>Which of a WordPress site's kinds of posts become columns.</summary>
/// <param name="Names">As the site names them: "post", "page", and those of its own, such as "chronique".</param>
internal sealed partial record ExportTypes(IReadOnlyList<string> Names)
{
    public const string Page = "page";

    public static ExportTypes Usual { get; } = new(["post"]);

    /// <param name="typed">With commas between; null for posts alone.</param>
    /// <exception cref="Refusal">One of them is no name of a type.</exception>
    public static ExportTypes Of(string? typed, bool withPages)
    {
        var names = typed is null
            ? Usual.Names
            : typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Count == 0 || names.FirstOrDefault(name => !Name().IsMatch(name)) is not null)
            throw new Refusal(
                $"--types \"{typed}\" names no types of posts; write their short names with commas between, such as post,chronique."
            );
        return new ExportTypes([.. names.Concat(withPages ? [Page] : []).Distinct(StringComparer.Ordinal)]);
    }

    public bool Take(string type) => Names.Contains(type, StringComparer.Ordinal);

    // https://developer.wordpress.org/reference/functions/register_post_type/ and sanitize_key().
    [GeneratedRegex(@"^[a-z0-9_-]{1,20}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
