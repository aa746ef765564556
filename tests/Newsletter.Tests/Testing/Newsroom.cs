using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Review;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Testing;

/// <summary>A database with a publication, and the stages up to the issue.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    public const string Slug = "weekly";

    private Newsroom(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>Where pictures are fetched; a test may let it reach the loopback.</summary>
    public OutsideWeb Web { get; set; } = new();

    public SiteOptions Site { get; } = new() { Url = "https://news.example.org" };

    public PictureFolder Pictures => new(Database.Folder);

    public PictureShelf Shelf => new(Database.Databases, Pictures);

    public Intake Intake =>
        new(
            Database.Databases,
            Database.Lane,
            new PictureGathering(
                Database.Databases,
                Database.Lane,
                new PictureFetch(Web, FetchLimits.Usual, TimeProvider.System),
                new PictureMaking(TimeProvider.System),
                Pictures,
                Database.Clock,
                NullLogger<PictureGathering>.Instance
            ),
            Database.Clock
        );

    public Composing Composing => new(Database.Lane, Database.Clock);

    public Rhythms Rhythms => new(Database.Lane, Database.Clock);

    public Queueing Queueing => new(Database.Lane, Database.Clock);

    /// <summary>What the serving of slots says.</summary>
    public SaidLines Log { get; } = new();

    public SlotServing Slots => new(Database.Lane, Options.Create(new ScheduleOptions()), Database.Clock, Log);

    /// <summary>Serves as another process would: on PostgreSQL with a lane of its own; on SQLite there is one process.</summary>
    public async Task<Slot?> ServeApartAsync(int editionId, CancellationToken cancel)
    {
        if (!Database.Databases.IsPostgres)
            return await Slots.ServeAsync(editionId, cancel);
        using var lane = new WriteLane(Database.Databases);
        return await new SlotServing(lane, Options.Create(new ScheduleOptions()), Database.Clock, Log).ServeAsync(
            editionId,
            cancel
        );
    }

    public Approval Approval => new(Rendering, Database.Lane, Database.Clock);

    public ScheduledIssues Scheduled =>
        new(
            Slots,
            Approval,
            Release,
            Queueing,
            new Watching(Database.Lane, Database.Databases, NullLogger<Watching>.Instance),
            Database.Lane,
            Database.Databases,
            Database.Clock,
            NullLogger<ScheduledIssues>.Instance
        );

    public ColumnFates Fates => new(Database.Databases, Database.Clock);

    public ColumnDecisions Decisions => new(Database.Lane);

    public Release Release => new(Rendering, Database.Databases, Database.Lane, Database.Clock);

    public Preview Preview =>
        new(
            Rendering,
            Database.Databases,
            new LinkKeys(Database.Databases, Database.Lane, Database.Clock),
            new DkimKeyring(Options.Create(new DkimSettings())),
            Database.Clock
        );

    private IssueRendering Rendering =>
        new(
            Database.Databases,
            new IssueRenderer(new TemplateFolder(Path.Combine(Repository.Root, "templates"))),
            Shelf,
            new PublicationLogo(Pictures, Options.Create(Site)),
            Options.Create(Site),
            Database.Clock
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Newsroom> OpenAsync(Provider provider, Action<Publication>? adjust = null)
    {
        var newsroom = new Newsroom(await TestDatabase.CreateAsync(provider));
        await newsroom.AddPublicationAsync(Slug, adjust);
        return newsroom;
    }

    public async Task<Publication> AddPublicationAsync(string slug, Action<Publication>? adjust = null)
    {
        var publication = Some.Publication(slug, Database.Clock.GetUtcNow());
        adjust?.Invoke(publication);
        await using var db = Database.Open();
        db.Publications.Add(publication);
        await db.SaveChangesAsync(Cancel);
        return publication;
    }

    /// <summary>Takes a column in and gives its id.</summary>
    public async Task<int> ColumnAsync(string title, string slug = Slug) =>
        (await Intake.TakeAsync(slug, $"file:/{title}", Some.Column(title), Cancel)).Column.Id;

    public Task<Issue> ComposeAsync(params int[] columns) =>
        Composing.ComposeAsync(new IssueWish(Slug) { Columns = columns }, Cancel);

    public ValueTask DisposeAsync()
    {
        Web.Dispose();
        return Database.DisposeAsync();
    }
}
