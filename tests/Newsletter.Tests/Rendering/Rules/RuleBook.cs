namespace Newsletter.Tests.Rendering.Rules;

/// <summary>All rules, by their numbers.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule<Mail>> Html { get; } =
    [
        .. HeadRules.All,
        .. LayoutRules.All,
        .. StyleRules.All,
        .. ContentRules.All,
        .. LinkRules.All,
        .. PageRules.All,
        .. InlineStyleRules.All,
        .. DarkRules.All,
        .. StructureRules.All,
        .. AddressRules.All,
        .. PictureRules.All,
        .. WordsRules.All,
    ];

    public static IReadOnlyList<Rule<Letter>> Text { get; } = [.. TextRules.All, .. TextFormRules.All];

    public static IReadOnlyList<Rule<Parcel>> Message { get; } =
    [.. MessageRules.All, .. HeaderRules.All, .. ListRules.All];

    public static IEnumerable<string> HtmlFaults(Mail mail) => Faults(Html, mail, mail.Kind);

    public static IEnumerable<string> TextFaults(Letter letter) => Faults(Text, letter, letter.Mail.Kind);

    public static IEnumerable<string> MessageFaults(Parcel parcel) => Faults(Message, parcel, parcel.Kind);

    /// <summary>Every fault of a mail, all three kinds.</summary>
    public static IEnumerable<string> Faults(Sample sample) =>
        [.. HtmlFaults(sample.Mail), .. TextFaults(sample.Letter), .. MessageFaults(sample.Parcel)];

    /// <summary>How many in a hundred of the rules that hold for a mail are kept.</summary>
    public static double Score<T>(IReadOnlyList<Rule<T>> rules, T subject, MailKinds kind)
    {
        var holding = rules.Where(rule => rule.For.HasFlag(kind)).ToList();
        return 100.0 * holding.Count(rule => !rule.Faults(subject).Any()) / holding.Count;
    }

    private static IEnumerable<string> Faults<T>(IEnumerable<Rule<T>> rules, T subject, MailKinds kind) =>
        rules
            .Where(rule => rule.For.HasFlag(kind))
            .SelectMany(rule => rule.Faults(subject).Take(5).Select(fault => $"{rule}: {fault}"));
}
