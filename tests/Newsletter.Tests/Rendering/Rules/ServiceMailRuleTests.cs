namespace Newsletter.Tests.Rendering.Rules;

/// <summary>A service mail has nobody who could leave it; everything else holds for it as for an issue.</summary>
public sealed class ServiceMailRuleTests
{
    private static readonly Sample s_issue = Samples.Named("default/minimal");

    [Fact]
    public void A_service_mail_needs_no_way_out() => No.Faults(RuleBook.HtmlFaults(WithoutWayOut(MailKinds.Service)));

    [Fact]
    public void An_issue_needs_one() =>
        Assert.Contains(RuleBook.HtmlFaults(WithoutWayOut(MailKinds.Issue)), fault => fault.StartsWith("H66", Ordinal));

    [Fact]
    public void A_service_mail_that_calls_itself_bulk_is_seen()
    {
        var faults = RuleBook.MessageFaults(s_issue.Parcel with { Kind = MailKinds.Service }).ToList();
        Assert.Contains(faults, fault => fault.StartsWith("M27", Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("M28", Ordinal));
    }

    [Fact]
    public void Nothing_else_of_a_message_is_left_to_service_mail()
    {
        var notice = s_issue.Parcel.Text.Replace("Precedence: bulk", "Auto-Submitted: auto-generated", Ordinal);
        No.Faults(
            RuleBook.MessageFaults(
                new Parcel(notice, s_issue.Parcel.Sender, s_issue.Parcel.Recipient, MailKinds.Service)
            )
        );
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static Mail WithoutWayOut(MailKinds kind) =>
        new(
            s_issue
                .Mail.Html.Replace(RuleTests.Unsubscribe, "https://lettre.example.org/", Ordinal)
                .Replace("Se désabonner de cette lettre", "La lettre sur le web", Ordinal),
            "fr",
            kind
        );
}
