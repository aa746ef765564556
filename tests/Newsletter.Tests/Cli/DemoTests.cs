namespace Newsletter.Tests.Cli;

/// <summary>The first of the two commands of the README, as the built program.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demonstration_delivers_an_issue_of_each_publication_to_every_reader_and_says_where()
    {
        await using var folder = new BadInputFolder();

        var demo = await folder.RunAsync([], "demo", "--readers", "3", "--json");

        Assert.True(demo.Status == 0, demo.Error);
        var outbox = Path.Combine(folder.Data, "outbox");
        Assert.Equal(outbox, (string?)demo.Json["deliveredTo"]);
        var issues = demo.Json["issues"]?.AsArray().ToList() ?? [];
        Assert.Equal([3, 3], issues.Select(issue => (int?)issue?["sent"]));
        Assert.All(issues, issue => Assert.EndsWith("/1", (string?)issue?["view"], StringComparison.Ordinal));
        Assert.All(issues, issue => Assert.NotEqual("none", (string?)issue?["nextRun"]));
        var mails = Directory.GetFiles(outbox, "*.eml").Select(file => MimeKit.MimeMessage.Load(file)).ToList();
        Assert.Equal(6, mails.Count);
        Assert.Equal(["en", "fr"], mails.Select(mail => mail.Body?.Headers["Content-Language"]).Distinct().Order());
        Assert.All(mails, mail => Assert.NotEmpty(mail.TextBody ?? ""));
    }
}
