using System.Text.RegularExpressions;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Mailchimp writes one file for each state, and says which in its name alone: <c>cleaned_members_export_….csv</c>.
/// The columns of its other two files tell as much, where somebody gave them another name.
/// </summary>
internal static partial class FileNameWords
{
    /// <returns>What every row of the file says, and the word for it; null where the file says nothing.</returns>
    public static (Verdict Verdict, string Word)? OrNull(string fileName, string[] header)
    {
        var said = Said().Matches(fileName).Select(match => Of(match.Value)).ToList();
        if (header.Contains("unsubtime"))
            said.Add((Verdict.Left, "unsubscribed"));
        if (header.Contains("cleantime"))
            said.Add((Verdict.Dead, "cleaned"));
        return said.Count == 0 ? null : said.MaxBy(one => StatusWords.Weight(one.Verdict));
    }

    private static (Verdict Verdict, string Word) Of(string word)
    {
        var lower = word.ToLowerInvariant();
        // "nonsubscribed" are its contacts who never agreed.
        return (StatusWords.Of(lower, SourceSystem.Mailchimp), lower);
    }

    [GeneratedRegex(
        "(?<![a-z])(?<said>non[-_ ]?subscribed|not[-_ ]subscribed|subscribed|unsubscribed|cleaned|pending|archived|transactional)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Said();
}
