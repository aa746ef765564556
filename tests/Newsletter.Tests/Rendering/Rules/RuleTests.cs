namespace Newsletter.Tests.Rendering.Rules;

/// <summary>Every rule on every case through every template; and every rule on a fault that was planted for it.</summary>
public sealed class RuleTests
{
    /// <summary>What a reader's own address in place of the mark looks like.</summary>
    public const string Unsubscribe = "https://lettre.example.org/unsubscribe/2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public const string Preferences = "https://lettre.example.org/preferences/2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private const string Good = "default/full-fr";

    public static TheoryData<string> Names => [.. Samples.Names];

    public static TheoryData<string> HtmlRules => [.. RuleBook.Html.Select(rule => rule.ToString())];

    public static TheoryData<string> LetterRules => [.. RuleBook.Text.Select(rule => rule.ToString())];

    public static TheoryData<string> ParcelRules => [.. RuleBook.Message.Select(rule => rule.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_html_keeps_every_rule(string name) => No.Faults(RuleBook.HtmlFaults(Samples.Named(name).Mail));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_keeps_every_rule(string name) => No.Faults(RuleBook.TextFaults(Samples.Named(name).Letter));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_message_keeps_every_rule(string name) =>
        No.Faults(RuleBook.MessageFaults(Samples.Named(name).Parcel));

    [Theory]
    [MemberData(nameof(HtmlRules))]
    public void A_planted_fault_of_the_html_is_seen(string name)
    {
        var rule = RuleBook.Html.Single(rule => rule.ToString() == name);
        var mail = Samples.Named(Good).Mail;
        Assert.Empty(rule.Faults(mail));
        Assert.NotEmpty(rule.Faults(new Mail(rule.Plant(mail.Html), "fr")));
    }

    [Theory]
    [MemberData(nameof(LetterRules))]
    public void A_planted_fault_of_the_text_is_seen(string name)
    {
        var rule = RuleBook.Text.Single(rule => rule.ToString() == name);
        var letter = Samples.Named(Good).Letter;
        Assert.Empty(rule.Faults(letter));
        Assert.NotEmpty(rule.Faults(letter with { Text = rule.Plant(letter.Text) }));
    }

    [Theory]
    [MemberData(nameof(ParcelRules))]
    public void A_planted_fault_of_the_message_is_seen(string name)
    {
        var rule = RuleBook.Message.Single(rule => rule.ToString() == name);
        var parcel = Samples.Named(Good).Parcel;
        Assert.Empty(rule.Faults(parcel));
        Assert.NotEmpty(rule.Faults(new Parcel(rule.Plant(parcel.Text), parcel.Sender, parcel.Recipient, parcel.Kind)));
    }

    [Fact]
    public void No_number_is_given_twice()
    {
        var numbers = RuleBook
            .Html.Select(rule => rule.Number)
            .Concat(RuleBook.Text.Select(rule => rule.Number))
            .Concat(RuleBook.Message.Select(rule => rule.Number))
            .ToList();
        Assert.Equal(numbers.Distinct(), numbers);
    }
}
