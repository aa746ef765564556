using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The program's own words in a mail, which may be in another language than all around them.</summary>
internal static class WordsRules
{
    // Too short to be told from a column's own words, or never in the HTML.
    private static readonly string[] s_unrecognizable =
    [
        "colon",
        "join_comma",
        "join_last",
        "join_two",
        "links",
        "note_reference_text",
        "picture",
        "read_on_text",
        "subject",
        "subject_of",
        "preheader",
        "table",
    ];

    private static readonly ConcurrentDictionary<string, (string Language, Regex Said)> s_known = new();

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H131",
                "Layout 2",
                "what the words say stands under the language of the words",
                mail =>
                {
                    var language = Known(mail.Language).Language;
                    return SaidIn(mail)
                        .Where(text =>
                            text.ParentElement!.Closest("[lang]") is not { } near
                            || near.GetAttribute("lang") != language
                            || near.GetAttribute("dir") != Direction.Of(language)
                        )
                        .Select(Mail.Start);
                },
                html => html.Replace(">Vous recevez", " lang=\"en\" dir=\"ltr\">Vous recevez")
            ),
        ];

    /// <summary>The runs of text that are sentences of the words, whatever fills their places.</summary>
    public static IEnumerable<IText> SaidIn(Mail mail)
    {
        var said = Known(mail.Language).Said;
        return mail.VisibleTexts.Where(text => said.IsMatch(text.Text.Trim()));
    }

    private static (string Language, Regex Said) Known(string language) =>
        s_known.GetOrAdd(
            language,
            static language =>
            {
                var all = Issues
                    .Templates.Names.Select(name => Issues.Templates.WordsOf(name, language))
                    .Concat(Enum.GetValues<ServiceMailKind>().Select(kind => Issues.Templates.WordsOf(kind, language)))
                    .ToList();
                var sentences = all.SelectMany(words => words.All)
                    .Where(word => !s_unrecognizable.Contains(word.Key))
                    .Select(word => Regex.Escape(word.Value).Replace(@"\{0}", ".*").Replace(@"\{1}", ".*"))
                    .Distinct();
                return (
                    all[0].Language,
                    new Regex($"^(?:{string.Join('|', sentences)})$", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
                );
            }
        );
}
