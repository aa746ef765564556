using Newsletter.Subscribers;
using Newsletter.Subscribers.Exporting;
using Newsletter.Subscribers.Importing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

/// <summary>The header rows of nine systems, as their exports have them, with people who were made up.</summary>
public sealed class SystemHeadersTests
{
    [Theory, MemberData(nameof(SystemFiles.All), MemberType = typeof(SystemFiles), DisableDiscoveryEnumeration = true)]
    public async Task Every_status_of_a_system_survives_the_import_and_the_export(
        string name,
        string text,
        string system,
        string expected
    )
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        await readers.ImportFileAsync(name, text);
        Assert.Equal(system, (await readers.PlanAsync(name, text)).Columns.System.ToString());
        Assert.Equal(expected, await readers.ExportedStatesAsync());

        // The same again, and the same in another order of columns: nothing changes.
        var again = await readers.ImportFileAsync(name, text);
        Assert.Equal((0, 0, 0), (again.Added, again.Updated, again.RefusedTotal));
        Assert.Equal(expected, await readers.ExportedStatesAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Our_own_export_brings_every_status_proof_tag_and_field_back(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        foreach (var file in SystemFiles.All.Select(file => file.Data))
            await readers.ImportFileAsync(
                file.Item1,
                file.Item2.Replace("@example.org", $"@{file.Item3}.example", StringComparison.Ordinal)
            );
        await readers.ImportAsync("email,status\nspam@example.org,complained\n=2+3@example.org,active\n");
        var exported = await readers.ExportAsync();

        await using var elsewhere = await Readers.AtAsync(provider);
        var result = await elsewhere.ImportFileAsync("export.csv", exported);

        Assert.Equal(0, result.RefusedTotal);
        var expected = Comparable(exported);
        Assert.Equal(expected, Comparable(await elsewhere.ExportAsync()));
        Assert.Contains(expected, line => line.Contains(",complained,", StringComparison.Ordinal));
        Assert.Contains(expected, line => line.StartsWith("'=2+3@example.org", StringComparison.Ordinal));
    }

    // Each import adds to a proof by which row it came.
    private static List<string> Comparable(string exported) =>
        [
            .. exported
                .Replace("; import of export.csv", "\u0001", StringComparison.Ordinal)
                .Split('\n')
                .Select(line =>
                    System.Text.RegularExpressions.Regex.Replace(line, "\u0001, line [0-9]+, status \"\"[a-z]+\"\"", "")
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory, OnBothDatabases]
    public async Task Our_own_export_brings_a_pause_and_a_suppressed_subscription_back(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        const string Text =
            "email,status,state,since,joined_at,rhythm,paused_until,consent_at,consent_how,consent_sentence,consent_form,suppressed_because,suppressed_by,field:city\n"
            + "a@example.org,paused,paused,2026-02-01T00:00:00Z,2025-01-02T00:00:00Z,every,2026-04-01T00:00:00Z,2025-01-02T00:00:00Z,page,\"Yes, please.\",page,,,Brest\n"
            + "b@example.org,suppressed,paused,2026-02-01T00:00:00Z,2025-01-02T00:00:00Z,nightly,,2025-01-02T00:00:00Z,page,Yes,page,they asked,feedback,Nantes\n"
            + "c@example.org,bounced,bounced,2026-02-01T00:00:00Z,2025-01-02T00:00:00Z,every,,2025-01-02T00:00:00Z,page,Yes,page,,,\n";
        await readers.ImportFileAsync("export.csv", Text);

        var exported = new Dictionary<string, ExportedReader>();
        await foreach (
            var reader in readers.Export.ReadAsync(
                new ExportOrder("lettre", null),
                TestContext.Current.CancellationToken
            )
        )
            exported[reader.Email[..1]] = reader;

        var (a, b) = (exported["a"], exported["b"]);
        Assert.Equal(("paused", new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)), (a.Status, a.PausedUntil));
        Assert.Equal(("Yes, please.", "page", "Brest"), (a.Consent?.Sentence, a.Consent?.Form, a.Fields["city"]));
        Assert.Equal("page; import of export.csv, line 2, status \"paused\"", a.Consent?.How);
        Assert.Equal(("suppressed", "paused", "every"), (b.Status, b.State, b.Rhythm));
        Assert.Equal(("they asked", SuppressionSource.Feedback), (b.Suppression?.Reason, b.Suppression?.Source));
        Assert.Equal("bounced", exported["c"].Status);
        Assert.Equal(0, (await readers.ImportFileAsync("export.csv", Text)).Added);
    }

    [Theory, OnBothDatabases]
    public async Task Addresses_that_are_suppressed_alone_are_carried_along_and_hashes_and_domains_are_not(
        Provider provider
    )
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("a@gone.example", "yes");
        await readers.Suppressing.SuppressAsync("@gone.example", "closed", TestContext.Current.CancellationToken);
        await readers.Suppressing.SuppressAsync("b@example.org", "asked", TestContext.Current.CancellationToken);
        await readers.EraseAsync("c@example.org");
        Assert.Equal("a suppressed, b suppressed", await readers.ExportedStatesAsync());
        Assert.Equal(2, (await readers.ExportAsync("active")).Split('\n').Length);
        Assert.Equal(4, (await readers.ExportAsync("suppressed")).Split('\n').Length);
    }

    [Fact]
    public async Task A_system_that_is_named_is_believed_even_where_the_header_does_not_show_it()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        await readers.ImportFileAsync("unsubscribed.csv", "Email,Name\na@example.org,Ada\n", from: "mailchimp");
        await readers.ImportFileAsync("not-subscribed.csv", "Email,Name\nb@example.org,Bo\n", from: "MailChimp");
        await readers.ImportFileAsync("non-subscribed.csv", "Email,Name\nc@example.org,Cy\n", from: "mailchimp");
        Assert.Equal("a unsubscribed, b pending, c pending", await readers.ExportedStatesAsync());
    }

    [Fact]
    public void Every_column_is_said_to_be_something()
    {
        var columns = Newsletter.Subscribers.Importing.Columns.OrNull(
            (SystemFiles.MailchimpColumns + "LAST_CHANGED,LEID,EUID,NOTES,TAGS").Split(',')
        )!;
        Assert.Equal(SourceSystem.Mailchimp, columns.System);
        Assert.Equal(
            [
                "the address",
                "the first name",
                "the last name",
                "field company",
                "field position",
                "field zip_code",
                "left out",
                "the date of consent",
                "the network of consent, shortened",
                "the date of consent",
                "the network of consent, shortened",
            ],
            columns.All.Take(11).Select(column => column.Words)
        );
        Assert.Equal(["field notes", "tags"], columns.All.TakeLast(2).Select(column => column.Words));
        Assert.Equal([9, 7], columns.Of(ColumnMeaning.Joined));
    }
}
