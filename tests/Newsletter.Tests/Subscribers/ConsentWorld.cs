using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Addresses;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Records;
using Newsletter.Records.Choosing;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Subscribers;

/// <summary>Three people and two publications, on whom the program and a model act alike.</summary>
internal sealed class ConsentWorld
{
    /// <summary>How many kinds of acts <see cref="ActAsync"/> knows.</summary>
    public const int Acts = 16;

    private readonly Readers readers;
    private readonly string[] addresses;
    private readonly int[] issues;
    private readonly Erasing erasing;
    private readonly ReaderPreferences preferences;

    private static readonly string[] Publications = ["lettre", "hebdo"];

    private ConsentWorld(Readers readers, string[] addresses, int[] issues)
    {
        (this.readers, this.addresses, this.issues) = (readers, addresses, issues);
        var database = readers.Database;
        var keys = new LinkKeys(database.Databases, database.Lane, database.Clock);
        erasing = new Erasing(database.Lane, keys, database.Clock, NullLogger<Erasing>.Instance);
        preferences = new(database.Databases, database.Lane, readers.Unsubscribing, database.Clock);
        Model = new ConsentModel(addresses, Publications) { Now = database.Clock.GetUtcNow() };
    }

    public ConsentModel Model { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>With an issue of each publication, whose audience is asked for.</summary>
    public static async Task<int[]> IssuesAsync(Readers readers)
    {
        await readers.PublishAsync("hebdo");
        await using var db = readers.Database.Open();
        var now = readers.Database.Clock.GetUtcNow();
        var made = new List<Issue>();
        foreach (var publication in await db.Publications.OrderBy(p => p.Id).ToListAsync(Cancel))
            made.Add(db.Issues.Add(new Issue(publication.Id, publication.EveryIssue.Id, 1, now)).Entity);
        await db.SaveChangesAsync(Cancel);
        return [.. made.Select(issue => issue.Id)];
    }

    public static ConsentWorld Of(Readers readers, int[] issues, int number) =>
        new(readers, [$"a@one{number}.example", $"b@one{number}.example", $"c@two{number}.example"], issues);

    /// <summary>Those whom each issue would be frozen for at this moment.</summary>
    public async Task<List<string>> AudienceAsync()
    {
        await using var db = readers.Database.Open();
        await Pauses.EndAsync(db, readers.Database.Clock.GetUtcNow(), Cancel);
        var audience = new List<string>();
        for (var i = 0; i < issues.Length; i++)
        {
            var frozen = await db.ReadersOf(issues[i]).Select(s => s.Subscriber.Email).ToListAsync(Cancel);
            audience.AddRange(frozen.Intersect(addresses).Select(email => $"{email} of {Publications[i]}"));
        }

        var begun = await db.Reachable().Select(s => s.Subscriber.Email).ToListAsync(Cancel);
        Assert.Equal(begun.Count(addresses.Contains), audience.Count);
        return audience;
    }

    public async Task ActAsync(int act, int person, int publication, int days)
    {
        var address = EmailAddress.Parse(addresses[person]);
        var id = await IdAsync(address, publication);
        switch (act)
        {
            case 0 or 1:
                await AddAsync(person, publication, agreed: act == 1);
                break;
            case 2:
                await ConfirmAsync(address, person, publication);
                break;
            case 3:
                await readers.Unsubscribing.LeaveAsync(id, "page");
                Model.Leave(person, publication);
                break;
            case 4:
                if (await readers.Unsubscribing.LeaveAllAsync(id, network: null, Cancel) is not null)
                    Model.LeaveAll(person);
                break;
            case 5 or 6:
                await readers.Unsubscribing.UndoAsync(id, "page", Cancel, all: act == 6);
                if (id != 0)
                    Model.Undo(person, publication, all: act == 6);
                break;
            case 7 or 8 or 9:
                await ImportAsync(person, act);
                break;
            case 10 or 11:
                await SuppressAsync(act == 10 ? address.Key : "@" + address.Domain, SuppressionSource.Staff);
                break;
            case 12:
                await SuppressAsync(address.Key, SuppressionSource.Feedback);
                break;
            case 13:
                await Swallowed(() => readers.Suppressing.LiftAsync(address.Value, Cancel));
                Model.Lift(person);
                break;
            case 14:
                await erasing.EraseAsync(address, Cancel);
                Model.Erase(person);
                break;
            default:
                await PauseAsync(id, person, publication, days);
                break;
        }
    }

    public void Wait(TimeSpan time)
    {
        readers.Database.Clock.Advance(time);
        Model.Now = readers.Database.Clock.GetUtcNow();
    }

    private async Task AddAsync(int person, int publication, bool agreed)
    {
        var may = Model.MayStaffAdd(person, publication);
        var refused = await Swallowed(() =>
            readers.AddAsync(addresses[person], agreed ? "on paper" : null, to: Publications[publication])
        );
        Assert.Equal(may, !refused);
        if (may)
            Model.Add(person, publication, agreed);
    }

    // What a confirmed sign-up leaves in the database, where nothing keeps it from being mailed.
    private async Task ConfirmAsync(EmailAddress address, int person, int publication)
    {
        if (!Model.MayConfirm(person))
            return;
        Model.Confirm(person, publication);
        await readers.Database.Lane.WriteAsync(
            async db =>
            {
                var now = readers.Database.Clock.GetUtcNow();
                var to = await db.PublicationAsync(Publications[publication], Cancel);
                db.RemoveRange(await (await db.SuppressionsOfAsync(address, Cancel)).ToListAsync(Cancel));
                var reader =
                    await db.Subscribers.SingleOrDefaultAsync(s => s.EmailKey == address.Key, Cancel)
                    ?? db.Subscribers.Add(new(address, null, now)).Entity;
                var tie =
                    await db.Subscriptions.SingleOrDefaultAsync(
                        s => s.PublicationId == to.Id && s.SubscriberId == reader.Id,
                        Cancel
                    ) ?? db.Subscriptions.Add(new(to.Id, reader, now)).Entity;
                if (tie.State is not (SubscriptionState.Active or SubscriptionState.Paused))
                    tie.Activate(now);
                db.Consents.Add(new Consent(tie, ConsentAct.Given, now, "confirmation mail", "yes"));
            },
            Cancel
        );
    }

    // Into "lettre" alone, as the status says.
    private async Task ImportAsync(int person, int act)
    {
        var status =
            act == 7 ? "subscribed"
            : act == 8 ? "unsubscribed"
            : "cleaned";
        // What a file says of those who were erased is for the tests of imports.
        if (act != 7 && Model.IsErased(person))
            return;
        await readers.ImportAsync($"email,status\n{addresses[person]},{status}\n", consent: "a fair");
        if (act == 8)
            Model.LeftElsewhere(person, 0);
        else if (act == 9)
            Model.Suppress(addresses[person], SuppressionSource.Import);
        else if (!Model.IsSuppressed(person))
            Model.Add(person, 0, agreed: true);
    }

    private async Task SuppressAsync(string target, SuppressionSource source)
    {
        Model.Suppress(target, source);
        await readers.Database.Lane.WriteAsync(
            async db =>
            {
                if (!await db.Suppressions.AnyAsync(s => s.Target == target, Cancel))
                    db.Suppressions.Add(Suppression.Of(target, "test", readers.Database.Clock.GetUtcNow(), source));
            },
            Cancel
        );
    }

    private async Task PauseAsync(long id, int person, int publication, int days)
    {
        if (id == 0)
            return;
        var until = readers.Database.Clock.GetUtcNow().Date.AddDays(days);
        var wish = new WantedPublication(
            id,
            WasOn: true,
            IsOn: true,
            "every",
            days == 0 ? "" : until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            [],
            "yes"
        );
        var saved = await preferences.SaveAsync(id, new(null, null, [wish]), ["fr"], "preferences page", null, Cancel);
        Assert.Empty(saved!.Faults);
        Model.Pause(person, publication, days == 0 ? null : new DateTimeOffset(until, TimeSpan.Zero));
    }

    private async Task<long> IdAsync(EmailAddress address, int publication)
    {
        await using var db = readers.Database.Open();
        var (slug, publications) = (Publications[publication], db.Publications);
        return await db
            .Subscriptions.Where(s => s.Subscriber.EmailKey == address.Key)
            .Where(s => publications.Any(p => p.Id == s.PublicationId && p.Slug == slug))
            .Select(s => s.Id)
            .SingleOrDefaultAsync(Cancel);
    }

    private static async Task<bool> Swallowed(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (Refusal)
        {
            return true;
        }
    }
}
