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
