using CsCheck;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>Every rule holds for whatever blocks and words there are, but for those that judge what an author wrote.</summary>
public sealed class FuzzTests
{
    /// <summary>Of words made of signs nobody can say whether they are set right.</summary>
    private static readonly Dictionary<string, string> s_ofAuthors = new()
    {
        ["H52"] = "which space a mark of French wants depends on the sentence around it, and there is none",
        ["T22"] = "the same, in the text part",
        ["M35"] = "the same, in the subject",
    };

    public static TheoryData<string> Templates => [.. Issues.Templates.Names];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Random_blocks_break_no_rule(string template) =>
        Each(
            RandomIssues.All,
            input => No.Faults(Held(Samples.Of("fuzz", input with { Template = template }, isAboutMarkup: true)))
        );

    [Theory]
    [InlineData(nameof(ServiceMailKind.Confirm))]
    [InlineData(nameof(ServiceMailKind.Welcome))]
    [InlineData(nameof(ServiceMailKind.Goodbye))]
    [InlineData(nameof(ServiceMailKind.Link))]
    [InlineData(nameof(ServiceMailKind.OwnData))]
    [InlineData(nameof(ServiceMailKind.NewAddress))]
    [InlineData(nameof(ServiceMailKind.Alarm))]
    public void Random_words_break_no_rule_of_a_mail_that_is_no_issue(string kind) =>
        Each(
            RandomIssues.ServiceMails,
            one => No.Faults(Held(ServiceSamples.Of("fuzz", Enum.Parse<ServiceMailKind>(kind), one)))
        );

    [Fact]
    public void Each_rule_that_is_not_held_is_one()
    {
        var numbers = RuleBook
            .Html.Select(rule => rule.Number)
            .Concat(RuleBook.Text.Select(rule => rule.Number))
            .Concat(RuleBook.Message.Select(rule => rule.Number));
        Assert.Empty(s_ofAuthors.Keys.Except(numbers));
    }

    /// <summary>
    /// A hundred that are always the same, so that a change is judged by itself and not by luck; in the long run
    /// three thousand new ones.
    /// </summary>
    private static void Each<T>(Gen<T> random, Action<T> check)
    {
        if (Environment.GetEnvironmentVariable("NEWSLETTER_TESTS_LONG") == "1")
        {
            random.Sample(check, iter: 3000, threads: 1);
            return;
        }

        for (var number = 1u; number <= 100; number++)
            check(random.Generate(new PCG(number, number), min: null, out _));
    }

    private static IEnumerable<string> Held(Sample sample) =>
        RuleBook.Faults(sample).Where(fault => !s_ofAuthors.ContainsKey(fault.Split(' ')[0]));
}
