using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Addresses;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Exporting;
using Newsletter.Subscribers.Importing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

/// <summary>A publication "lettre" and what acts on its readers, over a test database.</summary>
internal sealed class Readers(TestDatabase database) : IAsyncDisposable
{
    public TestDatabase Database => database;

    public Subscribing Subscribing { get; } = new(database.Lane, database.Clock);

    public Unsubscribing Unsubscribing { get; } =
        new(database.Lane, database.Clock, NullLogger<Unsubscribing>.Instance);

    public Suppressing Suppressing { get; } = new(database.Lane, database.Clock);

    public SubscriberList List { get; } = new(database.Databases);

    public Import Import { get; } = new(database.Databases, database.Lane, database.Clock);

    public Export Export { get; } = new(database.Databases);

    public static async Task<Readers> AtAsync(Provider provider)
    {
        var readers = new Readers(await TestDatabase.CreateAsync(provider));
        await readers.PublishAsync("lettre");
        return readers;
    }

    public async Task PublishAsync(string slug)
    {
        await using var db = database.Open();
        db.Publications.Add(new Publication(slug, slug, Mailbox.Parse("a@example.org"), database.Clock.GetUtcNow()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public Task<SubscribingResult> AddAsync(
        string address,
        string? consent = null,
        string? name = null,
        string to = "lettre"
    ) =>
        Subscribing.AddAsync(
            to,
            EmailAddress.Parse(address),
            name,
            consent is null ? null : new GivenConsent("command line", consent),
            TestContext.Current.CancellationToken
        );

    public Task<ImportResult> ImportAsync(string text, string? consent = null, bool dryRun = false) =>
        ImportAsync(System.Text.Encoding.UTF8.GetBytes(text), consent, dryRun);

    public async Task<ImportResult> ImportAsync(byte[] bytes, string? consent = null, bool dryRun = false)
    {
        var file = database.Folder.In("readers.csv");
        await File.WriteAllBytesAsync(file, bytes);
        return await Import.RunAsync(
            new ImportOrder(file, "lettre", "auto", consent, dryRun),
            progress: null,
            TestContext.Current.CancellationToken
        );
    }

    public async Task<ImportResult> ImportFileAsync(string name, string text, string from = "auto")
    {
        var file = database.Folder.In(name);
        await File.WriteAllTextAsync(file, text);
        return await Import.RunAsync(
            new ImportOrder(file, "lettre", from, Consent: null, DryRun: false),
            progress: null,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>How the file is understood.</summary>
    public async Task<ImportPlan> PlanAsync(string name, string text)
    {
        var file = database.Folder.In(name);
        await File.WriteAllTextAsync(file, text);
        return ImportPlan.Of(file, "auto");
    }

    /// <summary>The whole CSV text.</summary>
    public async Task<string> ExportAsync(string? state = null)
    {
        var order = new ExportOrder("lettre", state);
        var csv = new ExportCsv(await Export.FieldNamesAsync(order, TestContext.Current.CancellationToken));
        var text = new System.Text.StringBuilder($"{csv.Header}\n");
        await foreach (var reader in Export.ReadAsync(order, TestContext.Current.CancellationToken))
            text.Append(csv.LineOf(reader)).Append('\n');
        return text.ToString();
    }

    /// <summary>"local-part state" of each reader, in the order of the export.</summary>
    public async Task<string> ExportedStatesAsync()
    {
        var states = new List<string>();
        var order = new ExportOrder("lettre", State: null);
        await foreach (var reader in Export.ReadAsync(order, TestContext.Current.CancellationToken))
            states.Add($"{reader.Email.Split('@')[0]} {reader.Status}");
        return string.Join(", ", states);
    }

    /// <summary>Leaves of the address what erasing leaves.</summary>
    public async Task EraseAsync(string address)
    {
        await using var db = database.Open();
        var key = db.LinkKeys.Add(new LinkKey(database.Clock.GetUtcNow())).Entity;
        db.Suppressions.Add(
            Suppression.OfErased(SuppressionHash.Of(key, EmailAddress.Parse(address)), database.Clock.GetUtcNow())
        );
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The reader agreed on a form of ours, now.</summary>
    public async Task ProveFormAsync(string address)
    {
        var key = EmailAddress.Parse(address).Key;
        await using var db = database.Open();
        var subscription = await db.Subscriptions.SingleAsync(s => s.Subscriber.EmailKey == key);
        db.Consents.Add(
            new Consent(subscription, ConsentAct.Given, database.Clock.GetUtcNow(), "page", "yes") { Form = "page" }
        );
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>"address: name, state" of each reader of "lettre", in the order in which they were added.</summary>
    public async Task<List<string>> ShownAsync(string? state = null)
    {
        var shown = new List<string>();
        await foreach (var row in List.ReadAsync("lettre", state, filter: null, TestContext.Current.CancellationToken))
            shown.Add($"{row.Email}: {row.Name}, {row.Word}");
        return shown;
    }

    public async Task<List<Consent>> ProofAsync(string address)
    {
        var key = EmailAddress.Parse(address).Key;
        await using var db = database.Open();
        return await db.Consents.Where(c => c.Subscription.Subscriber.EmailKey == key).OrderBy(c => c.Id).ToListAsync();
    }

    public async Task<List<(string Target, string Reason)>> SuppressionsAsync()
    {
        await using var db = database.Open();
        var all = await db.Suppressions.OrderBy(s => s.Target).ToListAsync();
        return [.. all.Select(s => (s.Target, s.Reason))];
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
