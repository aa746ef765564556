using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

/// <summary>What a file says of when and how its people agreed, and what else it knows of them.</summary>
public sealed class ImportedProofTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_date_and_the_network_of_consent_are_those_of_the_file(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.ImportFileAsync(
            "subscribed_members_export_x.csv",
            "Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID\na@example.org,2020-01-02 03:04:05,198.51.100.7,2020-01-03 03:04:05,203.0.113.9,1,e\nb@example.org,2020-01-02 03:04:05,2001:db8:1:2::3,,,1,e\n"
        );
        var a = Assert.Single(await readers.ProofAsync("a@example.org"));
        Assert.Equal((ConsentAct.Given, At(2020, 1, 3), "203.0.113.0"), (a.Act, a.At, a.Network));
        Assert.Equal("import of subscribed_members_export_x.csv, line 2, status \"subscribed\"", a.How);
        var b = Assert.Single(await readers.ProofAsync("b@example.org"));
        Assert.Equal((At(2020, 1, 2), "2001:db8:1::"), (b.At, b.Network));
        await using var db = readers.Database.Open();
        var joined = await db.Subscriptions.OrderBy(s => s.Id).Select(s => s.JoinedAt).ToListAsync(Cancel);
        Assert.Equal([At(2020, 1, 3), At(2020, 1, 2)], joined);
    }

    [Theory, OnBothDatabases]
    public async Task One_who_left_has_both_lines_of_the_proof_with_their_dates(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.ImportAsync(
            "email,status,created_at,unsubscribed_at\na@example.org,unsubscribed,2020-01-02T03:04:05Z,2021-01-02T03:04:05Z\n"
        );
        var proof = await readers.ProofAsync("a@example.org");
        Assert.Equal(
            [(ConsentAct.Given, At(2020, 1, 2)), (ConsentAct.Withdrawn, At(2021, 1, 2))],
            proof.Select(line => (line.Act, line.At))
        );
        await using var db = readers.Database.Open();
        Assert.Equal(At(2021, 1, 2), (await db.Subscriptions.SingleAsync(Cancel)).ChangedAt);
    }

    [Fact]
    public async Task A_date_that_could_be_two_is_none_and_stands_in_the_proof_as_written()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        await readers.ImportAsync("email,status,created_at\na@example.org,active,03/04/2025\n");
        var proof = Assert.Single(await readers.ProofAsync("a@example.org"));
        Assert.Equal(readers.Database.Clock.GetUtcNow(), proof.At);
        Assert.EndsWith(", date \"03/04/2025\"", proof.How, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Tags_and_other_columns_are_kept_and_a_second_file_changes_them(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        const string First =
            "email,City,ZIP Code,tags,metadata\na@example.org,Brest,29200,\"port,VIP\",\"{'age': 41}\"\n";
        await readers.ImportAsync(First);
        Assert.Equal(["age=41", "city=Brest", "zip_code=29200"], await FieldsAsync(readers));
        Assert.Equal(1, (await readers.ImportAsync(First)).Unchanged);

        var second = await readers.ImportAsync("email,City,tags\na@example.org,Nantes,\"vip,new\"\n");

        Assert.Equal((1, 0), (second.Updated, second.Unchanged));
        Assert.Equal(["age=41", "city=Nantes", "zip_code=29200"], await FieldsAsync(readers));
        await using var db = readers.Database.Open();
        var tags = await db.SubscriberTags.Select(t => t.Tag).ToListAsync(Cancel);
        Assert.Equal(["VIP", "new", "port"], tags.Order(StringComparer.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task One_who_was_erased_is_not_known_again_whatever_a_file_says(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.EraseAsync("a@example.org");
        foreach (var status in new[] { "active", "", "unsubscribed", "cleaned", "complained" })
            Assert.Equal(1, (await readers.ImportAsync($"email,status\nA@Example.org,{status}\n", "yes")).Suppressed);
        await using var db = readers.Database.Open();
        Assert.Equal((0, 1), (await db.Subscribers.CountAsync(Cancel), await db.Suppressions.CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Leaving_long_ago_elsewhere_does_not_undo_a_later_yes_on_a_form_of_ours(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        foreach (var name in new[] { "formed", "typed" })
            await readers.AddAsync($"{name}@example.org", "yes");
        await readers.ProveFormAsync("formed@example.org");
        const string Text = "email,unsubscribed_at\nformed@example.org,2024-01-01\ntyped@example.org,2024-01-01\n";
        await readers.ImportAsync(Text);
        Assert.Equal(["formed@example.org: , active", "typed@example.org: , unsubscribed"], await readers.ShownAsync());
        await readers.ImportAsync(Text.Replace("2024-01-01", "2026-03-05T06:59:00Z", StringComparison.Ordinal));
        Assert.Equal(["formed@example.org: , active"], await readers.ShownAsync("active"));
        await readers.ImportAsync("email,status\nformed@example.org,unsubscribed\n");
        Assert.Empty(await readers.ShownAsync("active"));
    }

    [Fact]
    public async Task What_a_file_calls_dead_is_suppressed_by_import_and_since_its_date()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        await readers.ImportAsync("email,CLEAN_TIME\na@example.org,2021-05-06 07:08:09\n");
        await using var db = readers.Database.Open();
        var suppression = await db.Suppressions.SingleAsync(Cancel);
        Assert.Equal(SuppressionSource.Import, suppression.Source);
        Assert.Equal(2021, suppression.At.Year);
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 3, 4, 5, TimeSpan.Zero);

    private static async Task<IEnumerable<string>> FieldsAsync(Readers readers)
    {
        await using var db = readers.Database.Open();
        var fields = await db.SubscriberFields.ToListAsync(Cancel);
        return fields.Select(f => $"{f.Name}={f.Value}").Order(StringComparer.Ordinal);
    }
}
