using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class SubscriberVerbsTests
{
    private const string Readers = "email,name\nada@example.org,Ada\nnonsense,Nobody\nbo@example.org,Bo\n";

    [Fact]
    public async Task An_import_counts_its_rows_and_says_why_one_was_refused()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var imported = (await ImportAsync(folder, "--consent", "paper forms of March", "--json")).Json;

        Assert.Equal((3, 2), ((int?)imported["read"], (int?)imported["added"]));
        Assert.Equal((0, 0, 0), Counts(imported, "updated", "suppressed", "pending"));
        var refused = Assert.Single(imported["refused"]?.AsArray() ?? []);
        Assert.Equal(3, (int?)refused?["line"]);
        Assert.Contains("@", (string?)refused?["why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_imported_readers_are_pending()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var imported = (await ImportAsync(folder, "--json")).Json;

        Assert.Equal((2, 2, 0), Counts(imported, "added", "pending", "updated"));
        Assert.Empty(await ListAsync(folder, "active"));
        Assert.Equal(["ada@example.org", "bo@example.org"], await ListAsync(folder, "pending"));
    }

    [Fact]
    public async Task A_suppressed_domain_takes_its_readers_out_of_the_audience()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();

        await folder.DoneAsync(["subscriber", "suppress", "@example.org", "--reason", "they asked"]);

        Assert.Equal(0, (int?)(await folder.DoneAsync(["issue", "status", "1", "--json"])).Json["expected"]);
        var shown = (await folder.DoneAsync(["subscriber", "show", "ada@example.org", "--json"])).Json;
        Assert.Equal("they asked", (string?)shown["suppressed"]);
        Assert.Equal("suppressed", (string?)shown["subscriptions"]?[0]?["state"]);
        Assert.Equal("paper", (string?)shown["subscriptions"]?[0]?["consent"]?["sentence"]);
    }

    [Fact]
    public async Task A_segment_is_counted_and_listed_before_an_issue_is_made_for_it()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await ImportAsync(folder, "--consent", "paper forms of March");
        await folder.DoneAsync(["subscriber", "unsubscribe", "bo@example.org"]);
        string[] of = ["--publication", "lettre", "--where", "name = Ada or email starts with BO"];

        var count = (await folder.DoneAsync(["subscriber", "count", .. of, "--json"])).Json;
        var listed = (await folder.DoneAsync(["subscriber", "list", .. of, "--json"])).Json.AsArray();

        Assert.Equal((2, 1), ((int?)count["subscriptions"], (int?)count["readers"]));
        Assert.Equal("name = Ada or email starts with BO", (string?)count["segment"]);
        Assert.Equal(["ada@example.org", "bo@example.org"], listed.Select(reader => (string?)reader?["email"]));
    }

    [Fact]
    public async Task An_issue_is_composed_for_a_segment_that_is_said_with_its_readers()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await ImportAsync(folder, "--consent", "paper forms of March");
        var file = folder.File("a.md", "# A bridge\n\nIt opens.");
        await folder.DoneAsync(["column", "add", file, "--publication", "lettre"]);
        string[] compose = ["issue", "compose", "--publication", "lettre", "--audience"];

        var refused = await folder.TypeAsync([.. compose, "name = Ada and colour is red"]);
        var composed = (await folder.DoneAsync([.. compose, "name=Ada", "--json"])).Json;
        await folder.DoneAsync(["issue", "approve", "1"]);
        await folder.DoneAsync(["issue", "queue", "1"]);
        var status = (await folder.DoneAsync(["issue", "status", "1", "--json"])).Json;

        Assert.Equal(1, refused.Status);
        Assert.Contains("At character 16 of the segment stands \"colour\"", refused.Error, StringComparison.Ordinal);
        Assert.Equal(("name = Ada", 1), ((string?)composed["segment"], (int?)composed["readers"]));
        Assert.Equal(("name = Ada", 1), ((string?)status["segment"], (int?)status["expected"]));
    }

    [Fact]
    public async Task One_who_was_erased_is_gone_and_no_file_brings_them_back()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await ImportAsync(folder, "--consent", "paper forms of March");

        var erased = (await folder.DoneAsync(["subscriber", "erase", "ADA@example.org", "--json"])).Json;

        Assert.True((bool?)erased["erased"]);
        Assert.Equal(["bo@example.org"], await ListAsync(folder, "active"));
        var again = (await ImportAsync(folder, "--consent", "paper forms of March", "--json")).Json;
        Assert.Equal((0, 1, 0), Counts(again, "added", "suppressed", "pending"));
        var shown = (await folder.DoneAsync(["subscriber", "show", "ada@example.org", "--json"])).Json;
        Assert.Equal("reader", (string?)shown["suppressions"]?[0]?["source"]);
    }

    [Fact]
    public async Task What_staff_suppressed_staff_take_back()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await ImportAsync(folder, "--consent", "paper forms of March");
        await folder.DoneAsync(["subscriber", "suppress", "@example.org", "--reason", "they asked"]);

        await folder.DoneAsync(["subscriber", "unsuppress", "@example.org"]);

        Assert.Equal(["ada@example.org", "bo@example.org"], await ListAsync(folder, "active"));
    }

    private static Task<Typed> ImportAsync(BadInputFolder folder, params string[] more) =>
        folder.DoneAsync(["subscriber", "import", folder.File("r.csv", Readers), "--publication", "lettre", .. more]);

    private static async Task<IEnumerable<string?>> ListAsync(BadInputFolder folder, string state) =>
        (await folder.DoneAsync(["subscriber", "list", "--publication", "lettre", "--state", state, "--json"]))
            .Json.AsArray()
            .Select(reader => (string?)reader?["email"]);

    private static (int?, int?, int?) Counts(
        System.Text.Json.Nodes.JsonNode imported,
        string first,
        string second,
        string third
    ) => ((int?)imported[first], (int?)imported[second], (int?)imported[third]);
}
