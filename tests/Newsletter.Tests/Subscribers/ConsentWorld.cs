using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Addresses;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Records;
using Newsletter.Records.Choosing;
using Newsletter.Subscribers;
using Newsletter.Tests.Subscribers.SignUps;

namespace Newsletter.Tests.Subscribers;

/// <summary>Three people and two publications, on whom the program and a model act alike.</summary>
internal sealed class ConsentWorld
{
    private readonly Readers readers;
    private readonly string[] addresses;
    private readonly int[] issues;
    private readonly Erasing erasing;
    private readonly ReaderPreferences preferences;

    private static readonly string[] Publications = ["lettre", "hebdo"];

    private ConsentWorld(SignUpBench bench, string[] addresses, int[] issues)
    {
        (readers, this.addresses, this.issues) = (bench.Readers, addresses, issues);
        var database = readers.Database;
        erasing = new Erasing(database.Lane, bench.Keys, database.Clock, NullLogger<Erasing>.Instance);
        preferences = new(database.Databases, database.Lane, readers.Unsubscribing, database.Clock);
        Model = new ConsentModel(addresses, Publications) { Now = database.Clock.GetUtcNow() };
        Links = new MailedLinks(bench, Model);
    }

    public ConsentModel Model { get; }

    public MailedLinks Links { get; }

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

    public static ConsentWorld Of(SignUpBench bench, int[] issues, int number) =>
        new(bench, [$"a@one{number}.example", $"b@one{number}.example", $"c@two{number}.example"], issues);

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

    public async Task ActAsync(LifeAct act, int person, int publication, int days)
    {
        var address = EmailAddress.Parse(addresses[person]);
        var id = await IdAsync(address, publication);
        switch (act)
        {
            case LifeAct.StaffAdd or LifeAct.StaffAddAgreed:
                await AddAsync(person, publication, agreed: act is LifeAct.StaffAddAgreed);
                break;
            case LifeAct.SignUp:
                await Links.SignUpAsync(person, publication, address.Value, Publications[publication]);
                break;
            case LifeAct.Confirm:
                await Links.PressAsync(person, publication, back: days);
                break;
            case LifeAct.Leave:
                await readers.Unsubscribing.LeaveAsync(id, "page");
                Model.Leave(person, publication);
                break;
            case LifeAct.LeaveAll:
                if (await readers.Unsubscribing.LeaveAllAsync(id, network: null, Cancel) is not null)
                    Model.LeaveAll(person);
                break;
            case LifeAct.Undo or LifeAct.UndoAll:
                var all = act is LifeAct.UndoAll;
                await readers.Unsubscribing.UndoAsync(id, "page", Cancel, all);
                if (id != 0)
                    Model.Undo(person, publication, all);
                break;
            case LifeAct.ImportSubscribed or LifeAct.ImportUnsubscribed or LifeAct.ImportCleaned:
                await ImportAsync(person, act);
                break;
            case LifeAct.SuppressAddress or LifeAct.Bounce:
                var source = act is LifeAct.Bounce ? SuppressionSource.Feedback : SuppressionSource.Staff;
                await SuppressAsync(address.Key, source);
                break;
            case LifeAct.SuppressDomain:
                await SuppressAsync("@" + address.Domain, SuppressionSource.Staff);
                break;
            case LifeAct.Lift:
                await Swallowed(() => readers.Suppressing.LiftAsync(address.Value, Cancel));
                Model.Lift(person);
                break;
            case LifeAct.Erase:
                await erasing.EraseAsync(address, Cancel);
                Model.Erase(person);
                break;
            case LifeAct.Pause:
                await PauseAsync(id, person, publication, days);
                break;
            default:
                Wait(TimeSpan.FromDays(31));
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

    // Into "lettre" alone, as the status says.
    private async Task ImportAsync(int person, LifeAct act)
    {
        var status = act switch
        {
            LifeAct.ImportSubscribed => "subscribed",
            LifeAct.ImportUnsubscribed => "unsubscribed",
            _ => "cleaned",
        };
        // What a file says of those who were erased is for the tests of imports.
        if (act is not LifeAct.ImportSubscribed && Model.IsErased(person))
            return;
        await readers.ImportAsync($"email,status\n{addresses[person]},{status}\n", consent: "a fair");
        if (act is LifeAct.ImportUnsubscribed)
            Model.LeftElsewhere(person, 0);
        else if (act is LifeAct.ImportCleaned)
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
