using System.Globalization;
using System.Text;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The rules kept, in a hundred, by template and case. <c>tests/run</c> prints the table.</summary>
public sealed class ScoreTests
{
    private static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "email-scores.txt");

    [Fact]
    public async Task Every_mail_keeps_all_that_holds_for_it()
    {
        var scores = Samples.Names.Select(name => Score.Of(Samples.Named(name))).ToList();
        await File.WriteAllTextAsync(s_file, Table(scores), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(Table(scores));
        Assert.All(scores, score => Assert.Equal((100.0, 100.0, 100.0), (score.Html, score.Text, score.Message)));
    }

    [Fact]
    public void A_fault_costs_points()
    {
        var good = Samples.Named("default/full-fr");
        var bad = good with { Mail = new Mail(good.Mail.Html.Replace("<h1 ", "<h1 onclick=\"x()\" "), "fr") };
        Assert.InRange(Score.Of(bad).Html, 98, 99.9);
    }

    private static string Table(List<Score> scores)
    {
        var table = new StringBuilder();
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"{RuleBook.Html.Count} rules of the HTML, {RuleBook.Text.Count} of the text part, {RuleBook.Message.Count} of the message"
        );
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"{"template/case", -40} {"HTML", 6} {"text", 6} {"message", 8}"
        );
        foreach (var score in scores)
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{score.Name, -40} {score.Html, 6:0.0} {score.Text, 6:0.0} {score.Message, 8:0.0}"
            );
        return table.ToString();
    }

    private sealed record Score(string Name, double Html, double Text, double Message)
    {
        public static Score Of(Sample sample) =>
            new(
                sample.Name,
                RuleBook.Score(RuleBook.Html, sample.Mail, sample.Mail.Kind),
                RuleBook.Score(RuleBook.Text, sample.Letter, sample.Mail.Kind),
                RuleBook.Score(RuleBook.Message, sample.Parcel, sample.Parcel.Kind)
            );
    }
}
