using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Importing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class ImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Each_row_is_counted_once_and_a_bad_one_does_not_stop_the_rest(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        const string Text =
            "name,email,status\nAnna,anna@example.org,subscribed\nBad,nothing here,active\nBob,bob@example.org,unsubscribed\nCleo,cleo@example.org,cleaned\nDora,dora@example.org,dreaming\nAnna B,ANNA@example.org,active\n\n";
        var result = await readers.ImportAsync(Text);
        Assert.Equal((6, 2, 0, 2, 1, 1, 1), Counts(result));
        Assert.Equal(3, Assert.Single(result.Refused).Line);
        Assert.Equal(
            ["anna@example.org: Anna, active", "bob@example.org: Bob, unsubscribed", "dora@example.org: Dora, pending"],
            await readers.ShownAsync()
        );
        Assert.Equal(
            [("cleo@example.org", "import of readers.csv, line 5, status \"cleaned\"")],
            await readers.SuppressionsAsync()
        );
        var proof = Assert.Single(await readers.ProofAsync("anna@example.org"));
        Assert.Equal(
            (ConsentAct.Given, "import of readers.csv, line 2, status \"subscribed\""),
            (proof.Act, proof.How)
        );
        Assert.Equal(ConsentAct.Withdrawn, Assert.Single(await readers.ProofAsync("bob@example.org")).Act);
    }

    [Theory, OnBothDatabases]
    public async Task A_break_within_a_name_parts_its_words(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.ImportAsync("email,name\na@example.org,\"Ada\r\nByron\"\n");
        Assert.Equal(["a@example.org: Ada Byron, pending"], await readers.ShownAsync());
    }

    [Fact]
    public void A_status_that_is_too_long_to_show_halves_no_character()
    {
        var reader = new RowReader(
            Newsletter.Subscribers.Importing.Columns.OrNull(["email", "status"])!,
            DateTimeOffset.UnixEpoch
        );
        Assert.True(
            reader.TryRead(
                new CsvRow(2, ["a@example.org", new string('x', 59) + "😀 and more"], null),
                out var row,
                out _
            )
        );
        Assert.DoesNotContain(row.Status!.EnumerateRunes(), rune => rune.Value == 0xFFFD);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_twice_changes_nothing(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        const string Text =
            "email,name,status\na@example.org,A,active\nb@example.org,B,\nc@example.org,C,unsubscribed\nd@example.org,D,bounced\n";
        await readers.ImportAsync(Text, "fair of 2026");
        var before = (await readers.ShownAsync(), await CountAsync(readers));
        var again = await readers.ImportAsync(Text, "fair of 2026");
        Assert.Equal((0, 0, 2, 2), (again.Added, again.Updated, again.Unchanged, again.Suppressed));
        Assert.Equal(before.Item1, await readers.ShownAsync());
        Assert.Equal(before.Item2, await CountAsync(readers));
    }

    [Theory, OnBothDatabases]
    public async Task The_sentence_that_all_agreed_to_is_the_proof_of_each(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("pending@example.org");

        await readers.ImportAsync("email\nnew@example.org\npending@example.org\n", "fair of 2026");

        foreach (var (address, line) in new[] { ("new@example.org", 2), ("pending@example.org", 3) })
        {
            var proof = Assert.Single(await readers.ProofAsync(address));
            Assert.Equal(
                (ConsentAct.Given, $"import of readers.csv, line {line}", "fair of 2026"),
                (proof.Act, proof.How, proof.Sentence)
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_counts_the_same_and_writes_nothing(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        const string Text =
            "email,status\na@example.org,active\nb@example.org,\nb@example.org,unsubscribed\nd@example.org,bounced\nx\n";
        var dry = await readers.ImportAsync(Text, dryRun: true);
        Assert.Equal((0, 0, 0), await CountAsync(readers));
        var real = await readers.ImportAsync(Text);
        Assert.Equal(Counts(real), Counts(dry));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_who_left_is_brought_back_by_a_file(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("a@example.org", "yes");
        await readers.Unsubscribing.LeaveAsync(EmailAddress.Parse("a@example.org"), null, "page", Cancel);
        await readers.Suppressing.SuppressAsync("@gone.example", "closed", Cancel);
        var result = await readers.ImportAsync("email,status\na@example.org,active\nb@gone.example,active\n", "yes");
        Assert.Equal((2, 0), (result.Suppressed, result.Added));
        Assert.Equal(["a@example.org: , unsubscribed"], await readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task An_active_reader_is_renamed_and_one_the_file_says_left_leaves(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.ImportAsync("email,name\na@example.org,A\nb@example.org,B\nc@example.org,C\n");
        var result = await readers.ImportAsync(
            "email,name\na@example.org,A2\nb@example.org,\nc@example.org,C\n",
            "yes"
        );
        Assert.Equal((3, 0), (result.Updated, result.Pending));
        await readers.ImportAsync("email,status\nc@example.org,Unsubscribed\n");
        Assert.Equal(
            ["a@example.org: A2, active", "b@example.org: B, active", "c@example.org: C, unsubscribed"],
            await readers.ShownAsync()
        );
    }

    [Fact]
    public async Task A_second_row_that_says_left_is_obeyed_even_far_below_the_first()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var text = new StringBuilder("email,status\n");
        for (var i = 0; i < 1200; i++)
            text.Append(CultureInfo.InvariantCulture, $"r{i}@example.org,active\n");
        text.Append("r3@example.org,unsubscribed\nr1150@example.org,cleaned\nr4@example.org,active\n");
        var result = await readers.ImportAsync(text.ToString());
        Assert.Equal((1203, 3), (result.Read, result.Duplicates));
        Assert.Equal(["r3@example.org: , unsubscribed"], await readers.ShownAsync("unsubscribed"));
        Assert.Equal("r1150@example.org", Assert.Single(await readers.SuppressionsAsync()).Target);
    }

    [Fact]
    public async Task Twenty_thousand_rows_arrive_whole_and_the_rate_is_said()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var text = new StringBuilder("email,name,city\n");
        for (var i = 0; i < 20_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"reader{i}@example{i % 97}.org,\"Reader, {i}\",Köln\n");
        var processor = Environment.CpuUsage.TotalTime;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = await readers.ImportAsync(text.ToString(), "fair of 2026");
        var seconds = watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{20_000 / seconds:F0} rows a second, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F2} s of processor"
        );
        Assert.Equal((20_000, 20_000, 0), (result.Read, result.Added, result.RefusedTotal));
        Assert.Equal((20_000, 20_000, 20_000), await CountAsync(readers));
    }

    [Fact]
    public async Task Twenty_thousand_rows_arrive_whole_in_PostgreSQL_too()
    {
        await using var readers = await Readers.AtAsync(Provider.Postgres);
        var text = "email\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"r{i}@example.org\n"));
        var result = await readers.ImportAsync(text, "fair of 2026");
        Assert.Equal(20_000, result.Added);
        Assert.Equal((20_000, 20_000, 20_000), await CountAsync(readers));
    }

    [Fact]
    public async Task Progress_ends_at_the_whole_file()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        var file = readers.Database.Folder.In("many.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 1700).Select(i => $"r{i}@example.org"), Cancel);
        var seen = new List<ImportProgress>();
        await readers.Import.RunAsync(new(file, "lettre", "csv", null, false), new Noting(seen), Cancel);
        Assert.Equal(new ImportProgress(1700, 1), seen[^1]);
        Assert.True(seen.Count > 3);
    }

    private static (long, long, long, long, long, long, long) Counts(ImportResult result)
    {
        Assert.Equal(
            result.Read,
            result.Added
                + result.Updated
                + result.Unchanged
                + result.Suppressed
                + result.Duplicates
                + result.RefusedTotal
        );
        return (
            result.Read,
            result.Added,
            result.Updated,
            result.Suppressed,
            result.Pending,
            result.RefusedTotal,
            result.Duplicates
        );
    }

    private static async Task<(int Readers, int Subscriptions, int Proofs)> CountAsync(Readers readers)
    {
        await using var db = readers.Database.Open();
        return (await db.Subscribers.CountAsync(), await db.Subscriptions.CountAsync(), await db.Consents.CountAsync());
    }

    private sealed class Noting(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
