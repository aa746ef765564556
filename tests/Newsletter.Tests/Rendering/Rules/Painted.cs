using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Newsletter.Publications;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>A mail with rules of its style blocks laid over the inline styles, as a client in the dark shows it.</summary>
internal sealed partial class Painted
{
    private readonly List<(string Selector, int Weight, string Property, string Value)> rules;
    private readonly Dictionary<(IElement, string), string?> known = [];

    private Painted(IEnumerable<Match> rules) =>
        this.rules = [
            .. from rule in rules
            from selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)
            from declaration in rule.Groups[2].Value.Split(';', StringSplitOptions.RemoveEmptyEntries)
            let pair = declaration.Replace("!important", "").Split(':')
            select (selector, Weight(selector), pair[0].Trim(), pair[1].Trim()),
        ];

    /// <summary>For a reader whose device is dark.</summary>
    public static Painted Dark(Mail mail) =>
        new(mail.Styles.SelectMany(style => DarkBlock().Matches(style)).SelectMany(m => Rules().Matches(m.Value)));

    /// <summary>As Outlook.com shows it in the dark, which marks what it has painted.</summary>
    public static Painted ByOutlook(Mail mail) =>
        new(
            mail.Styles.Where(style => style.Contains("[data-ogs"))
                .SelectMany(style => Rules().Matches(Marks().Replace(style, "")))
        );

    public IEnumerable<string> Says =>
        rules.Select(rule => $"{rule.Selector}{{{rule.Property}:{rule.Value}}}").Order(StringComparer.Ordinal);

    /// <summary>Runs of text that cannot be read on what is behind them.</summary>
    public IEnumerable<string> Unreadable(Mail mail) =>
        mail
            .VisibleTexts.Where(text =>
                Of(text.ParentElement, "color") is not { } ink
                || Of(text.ParentElement, "background-color") is not { } ground
                || Colour.Parse(ink, "ink").ContrastWith(Colour.Parse(ground, "ground")) < 4.5
            )
            .Select(text => $"{Of(text.ParentElement, "color")}: {Mail.Start(text)}");

    private string? Of(IElement? element, string property)
    {
        if (element is null)
            return null;
        if (known.TryGetValue((element, property), out var value))
            return value;
        value = rules
            .Where(rule => rule.Property == property && element.Matches(rule.Selector))
            .OrderBy(rule => rule.Weight)
            .LastOrDefault()
            .Value;
        value ??= Mail.Css(element, property) ?? Of(element.ParentElement, property);
        return known[(element, property)] = value;
    }

    private static int Weight(string selector) =>
        (10 * selector.Count(c => c is '.' or '[')) + selector.Split(' ').Count(part => char.IsAsciiLetter(part[0]));

    [GeneratedRegex(@"@media \(prefers-color-scheme:dark\)\{(?:[^{}]*\{[^{}]*\})*", RegexOptions.None, 1000)]
    private static partial Regex DarkBlock();

    [GeneratedRegex(@"([^{}@()]+)\{([^{}]*)\}", RegexOptions.None, 1000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\[data-ogs[cb]\] ", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
