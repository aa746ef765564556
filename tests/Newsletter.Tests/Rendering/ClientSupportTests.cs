namespace Newsletter.Tests.Rendering;

/// <summary>Gmail, Outlook, Apple Mail, Yahoo, Orange, La Poste, SFR and Thunderbird, all of their programs.</summary>
public sealed class ClientSupportTests
{
    private const string Good = "default/full-fr";

    [Fact]
    public async Task No_template_uses_what_a_client_does_not_support_and_nobody_has_thought_about()
    {
        var mails = Samples.Names.ToDictionary(name => name, name => Samples.Named(name).Mail.Html);
        var found = await ClientSupport.JudgeAsync(mails);
        Assert.Empty(found.Where(one => !one.IsAllowed).Select(one => $"{one.Feature}: {one.Client} ({one.Mail})"));
        // An allowance that nobody needs hides the next offender.
        Assert.Empty(
            ClientSupport
                .Allowed.Where(allowance => !found.Any(allowance.Covers))
                .Select(allowance => allowance.Feature)
        );
    }

    [Theory]
    [InlineData("class=\"title\" style=\"", "class=\"title\" style=\"display:flex;", "display:flex")]
    [InlineData("class=\"title\" style=\"", "class=\"title\" style=\"position:absolute;", "position")]
    [InlineData("<h1 ", "<video src=\"https://example.org/a.mp4\"></video><h1 ", "<video> element")]
    [InlineData(".title{", ".title{gap:4px;", "gap, column-gap, row-gap")]
    [InlineData("<h1 ", "<img alt=\"\" src=\"https://example.org/a.svg\"><h1 ", "SVG image format")]
    public async Task What_a_client_does_not_support_is_seen(string good, string bad, string feature)
    {
        var html = Samples.Named(Good).Mail.Html.Replace(good, bad, StringComparison.Ordinal);
        var found = await ClientSupport.JudgeAsync(new Dictionary<string, string> { ["planted"] = html });
        Assert.Contains(found, one => one.Feature == feature && !one.IsAllowed);
    }

    [Fact]
    public void Each_allowance_has_a_reason() =>
        Assert.All(ClientSupport.Allowed, allowance => Assert.True(allowance.Reason.Length > 10));
}
