using System.Text;
using Newsletter.Subscribers.Importing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

/// <summary>The files that people bring: encodings, separators, headers of other systems, damage.</summary>
public sealed class ImportFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Encoding> Encodings =>
        new()
        {
            { "UTF-8", new UTF8Encoding(false) },
            { "UTF-8 with its mark", new UTF8Encoding(true) },
            { "UTF-16 little-endian with its mark", new UnicodeEncoding(false, true) },
            { "UTF-16 big-endian with its mark", new UnicodeEncoding(true, true) },
            { "UTF-16 without mark", new UnicodeEncoding(false, false) },
            { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)! },
        };

    [Theory, MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public async Task French_accents_survive_in(string name, Encoding encoding)
    {
        Assert.NotEmpty(name);
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        byte[] bytes =
        [
            .. encoding.GetPreamble(),
            .. encoding.GetBytes("EMAIL;NOM;PRENOM;SMS\r\na@example.org;Œuvré;Hélène;\r\n"),
        ];
        await readers.ImportAsync(bytes);
        Assert.Equal(["a@example.org: Hélène Œuvré, pending"], await readers.ShownAsync());
    }

    [Theory]
    [InlineData("email,name\na@example.org,\"Ray, Anna\"", "Ray, Anna")]
    [InlineData("name;email\nRay, Anna;a@example.org", "Ray, Anna")]
    [InlineData("Full Name\tE-Mail\nAnna Ray\ta@example.org", "Anna Ray")]
    [InlineData("e mail|NAME\na@example.org|Anna", "Anna")]
    [InlineData("sep=;\r\nemail;name\r\na@example.org;Anna\r\n", "Anna")]
    [InlineData("\"sep=|\"\nemail|name\na@example.org|Anna", "Anna")]
    [InlineData("\n\nemail,name\n\na@example.org,Anna\n", "Anna")]
    [InlineData("Email Address,First Name,Last Name,Company\na@example.org,Anna,Ray,X", "Anna Ray")]
    [InlineData("CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS\n1,a@example.org,,Ray,", "Ray")]
    [InlineData("Adresse e-mail;Prénom;Adresse\na@example.org;Anna;3, rue X", "Anna")]
    [InlineData("Nom complet,Courriel\nAnna,a@example.org", "Anna")]
    [InlineData("notes,email,name\n\"two\nlines, \"\"quoted\"\"\",a@example.org,Anna", "Anna")]
    [InlineData("email\nAnna Ray <a@example.org>", "Anna Ray")]
    [InlineData("email\n<a@example.org>", null)]
    [InlineData("a@example.org\n", null)]
    [InlineData("\uFEFF\"a@example.org\"", null)]
    [InlineData("email,name\r a@example.org ,  Anna  \r", "Anna")]
    [InlineData("email,name,,\na@example.org,Anna,,,,,", "Anna")]
    [InlineData("email,name\na@example.org", null)]
    public async Task A_reader_is_found_in(string text, string? name)
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var result = await readers.ImportAsync(text);
        Assert.Equal((1, 1), (result.Read, result.Added));
        Assert.Equal([$"a@example.org: {name}, pending"], await readers.ShownAsync());
    }

    [Theory]
    [InlineData("status", "Subscribed", "active")]
    [InlineData("Status", "confirmed", "active")]
    [InlineData("STATE", "Enabled", "active")]
    [InlineData("status", "unsubscribed", "unsubscribed")]
    [InlineData("status", "", "active")]
    [InlineData("status", "???", "active")]
    [InlineData("status", "waiting", "pending")]
    [InlineData("statut", "désabonné", "unsubscribed")]
    [InlineData("subscribed_to_emails", "true", "active")]
    [InlineData("subscribed_to_emails", "false", "unsubscribed")]
    [InlineData("email_disabled", "false", "active")]
    [InlineData("email_disabled", "true", "unsubscribed")]
    [InlineData("UNSUB_TIME", "2025-01-02 03:04:05", "unsubscribed")]
    [InlineData("EMAIL_BLACKLISTED", "1", "unsubscribed")]
    [InlineData("unsubscription_date", "", "active")]
    public async Task With_consent_for_all_a_row_that_says_otherwise_is_still_believed(
        string header,
        string cell,
        string state
    )
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        await readers.ImportAsync($"email,{header}\na@example.org,{cell}\n", "they all said yes");
        Assert.Equal([$"a@example.org: , {state}"], await readers.ShownAsync());
    }

    [Theory]
    [InlineData("status", "cleaned")]
    [InlineData("status", "Bounced")]
    [InlineData("status", "blocklisted")]
    [InlineData("Status", "unreachable")]
    [InlineData("CLEAN_TIME", "2025-01-02")]
    public async Task A_dead_address_is_suppressed_and_nobody_is_subscribed(string header, string cell)
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var result = await readers.ImportAsync($"email,{header}\na@example.org,{cell}\n", "they all said yes");
        Assert.Equal((1, 0), (result.Suppressed, result.Added));
        Assert.Equal("a@example.org", Assert.Single(await readers.SuppressionsAsync()).Target);
        Assert.Empty(await readers.ShownAsync());
    }

    [Fact]
    public async Task Lines_are_those_of_the_file_also_after_quoted_line_breaks_and_empty_lines()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var result = await readers.ImportAsync(
            "sep=,\r\nemail,note\r\nbad1,\r\n\r\na@example.org,\"x\r\ny\"\r\n\r\nbad2,\"x\r\ny\"\r\nb@example.org,one,two\r\n"
        );
        Assert.Equal([3, 8, 10], result.Refused.Select(row => row.Line));
        Assert.Equal(1, result.Added);
    }

    [Theory]
    [InlineData("email,name\na@example.org,\"Anna\nb@example.org,Bob\nc@example.org,Cleo\n", 2, 2)]
    [InlineData("email,name\na@example.org,\"Anna\nb@example.org,\"Bob\"\nc@example.org,Cleo\n", 2, 2)]
    [InlineData("email,name\nb@example.org,Bob\na@example.org,\"Anna\r\nc@example.org,Cleo", 3, 2)]
    public async Task A_quotation_mark_that_is_not_closed_costs_its_own_row_alone(string text, long line, long added)
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var result = await readers.ImportAsync(text);
        Assert.Equal(line, Assert.Single(result.Refused).Line);
        Assert.Equal(added, result.Added);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\uFEFF \r\n\r\n", "is empty")]
    [InlineData("first,second\n1,2\n", "no column of addresses")]
    [InlineData("a@example.org,Anna\nb@example.org,Bob\n", "names of its columns")]
    [InlineData("PK\u0003\u0004xxxx", "Excel")]
    [InlineData("<!DOCTYPE html><html><body>email</body></html>", "web page")]
    [InlineData("<html><body>a@example.org</body></html>", "web page")]
    [InlineData("[{\"email\": \"a@example.org\"}]", "JSON")]
    [InlineData("email\na@example.org\0\u0001\u0002xyzw\n", "binary")]
    public async Task A_file_that_is_no_list_of_readers_is_refused(string text, string why)
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => readers.ImportAsync(text, "yes"));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_more_than_a_megabyte_is_refused_before_anything_is_written()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var text =
            "email\n"
            + string.Concat(Enumerable.Range(0, 900).Select(i => $"r{i}@example.org\n"))
            + new string('x', 1_100_000);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => readers.ImportAsync(text));
        Assert.Contains("Line 902", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await readers.ShownAsync());
    }

    [Theory]
    [InlineData("excel", "no format")]
    [InlineData("", "no format")]
    public async Task A_system_that_nobody_knows_is_refused_with_those_that_are_known(string from, string why)
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var order = new ImportOrder("x.csv", "lettre", from, null, false);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => readers.Import.RunAsync(order, null, Cancel));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_two_gigabytes_is_refused_at_once()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var path = readers.Database.Folder.In("huge.csv");
        // Of holes, so that no disk is needed.
        await using (var file = new FileStream(path, FileMode.Create))
            file.SetLength(2L << 30);
        var refusal = Assert.Throws<Refusal>(() => ImportPlan.Of(path, "auto"));
        Assert.Contains("2.1 GB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_hundred_megabytes_is_refused_before_much_of_it_is_read()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var path = readers.Database.Folder.In("long.csv");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync("email\n");
            var piece = new string('x', 1_000_000);
            for (var i = 0; i < 100; i++)
                await file.WriteAsync(piece);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<Refusal>(() => ImportPlan.Of(path, "auto"));
        Assert.Contains("Line 2", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public async Task A_path_that_is_no_file_is_refused()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        foreach (var path in new[] { "nowhere.csv", readers.Database.Folder.Path })
        {
            var order = new ImportOrder(path, "lettre", "auto", null, false);
            await Assert.ThrowsAsync<Refusal>(() => readers.Import.RunAsync(order, null, Cancel));
        }
    }
}
