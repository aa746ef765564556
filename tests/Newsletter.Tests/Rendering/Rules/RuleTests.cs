using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>Every rule on every case; and every rule on a fault that was planted for it.</summary>
public sealed class RuleTests
{
    /// <summary>What a reader's own address in place of the mark looks like.</summary>
    public const string Unsubscribe = "https://lettre.example.org/u/2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static readonly List<Rule<Mail>> s_html =
    [
        .. HeadRules.All,
        .. LayoutRules.All,
        .. StyleRules.All,
        .. ContentRules.All,
        .. LinkRules.All,
    ];
    private static readonly List<Rule<Letter>> s_text = [.. TextRules.All];

    internal static IReadOnlyList<Rule<Mail>> Html => s_html;

    public static TheoryData<string> Names => [.. Cases.Names];

    public static TheoryData<string> HtmlRules => [.. s_html.Select(rule => rule.ToString())];

    public static TheoryData<string> LetterRules => [.. s_text.Select(rule => rule.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_html_keeps_every_rule(string name)
    {
        var mail = MailOf(name);
        Assert.Empty(s_html.SelectMany(rule => rule.Faults(mail).Select(fault => $"{rule}: {fault}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_keeps_every_rule(string name)
    {
        var letter = new Letter(Filled(Issues.Render(Cases.Named(name)).Text), MailOf(name), name == "hostile-text");
        Assert.Empty(s_text.SelectMany(rule => rule.Faults(letter).Select(fault => $"{rule}: {fault}")));
    }

    [Theory]
    [MemberData(nameof(HtmlRules))]
    public void A_planted_fault_of_the_html_is_seen(string name)
    {
        var rule = s_html.Single(rule => rule.ToString() == name);
        var mail = MailOf("full-fr");
        Assert.Empty(rule.Faults(mail));
        Assert.NotEmpty(rule.Faults(new Mail(rule.Plant(mail.Html), "fr")));
    }

    [Theory]
    [MemberData(nameof(LetterRules))]
    public void A_planted_fault_of_the_text_is_seen(string name)
    {
        var rule = s_text.Single(rule => rule.ToString() == name);
        var text = Filled(Issues.Render(Cases.Named("full-fr")).Text);
        Assert.NotEmpty(rule.Faults(new Letter(rule.Plant(text), MailOf("full-fr"), IsHostile: false)));
    }

    private static Mail MailOf(string name)
    {
        var input = Cases.Named(name);
        return new Mail(Filled(Issues.Render(input).Html), input.Publication.Language);
    }

    private static string Filled(string part) =>
        part.Replace(Mark.UnsubscribeUrl, Unsubscribe, StringComparison.Ordinal);
}
