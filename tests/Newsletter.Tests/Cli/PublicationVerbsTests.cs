using System.Globalization;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class PublicationVerbsTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public async Task Every_setting_that_is_given_is_kept_and_shown()
    {
        await using var folder = new BadInputFolder();
        await AddAsync(folder);

        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;

        Assert.Equal(("lettre", "La Lettre"), ((string?)shown["slug"], (string?)shown["title"]));
        Assert.Equal("La Lettre <lettre@example.org>", (string?)shown["from"]);
        Assert.Equal("answers@example.org", (string?)shown["replyTo"]);
        Assert.Equal(("fr", "Europe/Paris"), ((string?)shown["language"], (string?)shown["timezone"]));
        Assert.Equal(("0 0 8 ? * THU", 2), ((string?)shown["schedule"], (int?)shown["minimum"]));
        Assert.Equal("1 rue de la Paix", (string?)shown["postalAddress"]);
        Assert.Equal("bounce.example.org", (string?)shown["bounceDomain"]);
        Assert.Equal("default", (string?)shown["template"]);
    }

    [Fact]
    public async Task The_next_five_issues_are_shown_by_the_clock_of_the_publication()
    {
        await using var folder = new BadInputFolder();
        await AddAsync(folder);

        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;

        var next = shown["nextIssues"]?.AsArray().Select(slot => Parsed((string?)slot)).ToList() ?? [];
        Assert.Equal(5, next.Count);
        Assert.All(next, slot => Assert.Equal((DayOfWeek.Thursday, 8), (slot.DayOfWeek, slot.Hour)));
        Assert.All(next, slot => Assert.Equal(Paris.GetUtcOffset(slot), slot.Offset));
        Assert.All(next.Zip(next.Skip(1)), pair => Assert.Equal(7, (pair.Second.Date - pair.First.Date).Days));
    }

    [Fact]
    public async Task A_setting_that_is_changed_leaves_the_others_as_they_were()
    {
        await using var folder = new BadInputFolder();
        await AddAsync(folder);
        var before = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;

        await folder.DoneAsync(["publication", "set", "lettre", "--minimum", "3"]);

        var after = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        Assert.Equal(3, (int?)after["minimum"]);
        (after["minimum"], after["editions"]![0]!["rule"]!["minimum"]) = (2, 2);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task A_slower_rhythm_is_shown_with_its_next_issues_and_taken_back_with_a_count()
    {
        await using var folder = new BadInputFolder();
        await AddAsync(folder);

        await folder.DoneAsync(["publication", "set", "lettre", "--weekly", "0 30 9 ? * SAT"]);
        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        var taken = (await folder.DoneAsync(["publication", "set", "lettre", "--weekly", "off", "--json"])).Json;
        var after = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;

        var weekly = shown["editions"]?[1];
        Assert.Equal(("weekly", "0 30 9 ? * SAT"), ((string?)weekly?["rhythm"], (string?)weekly?["schedule"]));
        var next = weekly?["nextIssues"]?.AsArray().Select(slot => Parsed((string?)slot)).ToList() ?? [];
        Assert.Equal(5, next.Count);
        Assert.All(next, slot => Assert.Equal((DayOfWeek.Saturday, 9, 30), (slot.DayOfWeek, slot.Hour, slot.Minute)));
        Assert.Equal(0, (int?)taken["rhythms"]?[0]?["fellBack"]);
        Assert.Equal("every", (string?)Assert.Single(after["editions"]?.AsArray() ?? [])?["rhythm"]);
    }

    [Fact]
    public async Task A_rhythm_that_is_no_schedule_changes_nothing_at_all()
    {
        await using var folder = new BadInputFolder();
        await AddAsync(folder);

        var refused = await folder.TypeAsync(
            "publication",
            "set",
            "lettre",
            "--title",
            "Other",
            "--monthly",
            "monthly"
        );

        Assert.Equal(1, refused.Status);
        Assert.Contains("\"monthly\" is no schedule", refused.Error, StringComparison.Ordinal);
        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        Assert.Equal("La Lettre", (string?)shown["title"]);
    }

    private static Task<Typed> AddAsync(BadInputFolder folder) =>
        folder.DoneAsync([
            "publication",
            "add",
            "lettre",
            "--title",
            "La Lettre",
            "--from",
            "La Lettre <lettre@example.org>",
            "--reply-to",
            "answers@example.org",
            "--language",
            "fr",
            "--timezone",
            "Europe/Paris",
            "--schedule",
            "0 0 8 ? * THU",
            "--minimum",
            "2",
            "--postal-address",
            "1 rue de la Paix",
            "--bounce-domain",
            "bounce.example.org",
        ]);

    private static DateTimeOffset Parsed(string? slot) =>
        DateTimeOffset.ParseExact(slot ?? "", "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
