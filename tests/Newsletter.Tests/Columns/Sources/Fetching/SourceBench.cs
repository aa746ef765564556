using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>A publication, its sources, and what fetches them.</summary>
internal sealed class SourceBench : IAsyncDisposable
{
    private readonly OutsideWeb web = new();

    private SourceBench(Newsroom newsroom) => Newsroom = newsroom;

    public Newsroom Newsroom { get; }

    /// <summary>By which a single request is given up.</summary>
    public TimeProvider FetchClock { get; set; } = TimeProvider.System;

    public ShortcodeNames Shortcodes { get; set; } = ShortcodeNames.Usual;

    public SaidLines Log { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestDatabase Database => Newsroom.Database;

    public SourceRegister Register => new(Database.Databases, Database.Lane, Database.Clock);

    public SourceFetching Fetching
    {
        get
        {
            var answers = new SourceAnswers(new OutsideFetch(web, FetchClock));
            var drafts = new ItemDrafts(
                Database.Databases,
                new ItemPages(answers, Shortcodes),
                Shortcodes,
                Database.Clock
            );
            var feed = new FeedSource(answers, drafts, Database.Clock);
            return new(
                Database.Databases,
                Database.Lane,
                [
                    feed,
                    new WordPressSource(answers, drafts, feed, Database.Clock),
                    new FolderSource(Shortcodes, TimeProvider.System),
                ],
                Newsroom.Intake,
                new RenamedItems(Database.Databases, Database.Lane),
                Options.Create(new SourceOptions()),
                Database.Clock,
                Log
            );
        }
    }

    public async Task FetchDueAsync(CancellationToken cancel)
    {
        using var due = new DueSources(Database.Databases, Database.Lane, Fetching, Database.Clock);
        await due.FetchAsync(cancel);
    }

    public static async Task<SourceBench> AtAsync(Provider provider)
    {
        var newsroom = await Newsroom.OpenAsync(provider);
        return new SourceBench(newsroom);
    }

    public async Task<Source> AddAsync(
        SourceKind kind,
        string address,
        DateOnly? since = null,
        bool readsPages = false
    ) => (await Register.AddAsync(Newsroom.Slug, kind, address, since, readsPages, Cancel)).Source;

    public async Task<SourceFetched> FetchAsync(Source source) => (await Fetching.FetchAsync(source.Id, Cancel))!;

    public async Task<Source> SourceAsync(Source source)
    {
        await using var db = Database.Open();
        return await db.Sources.SingleAsync(s => s.Id == source.Id, Cancel);
    }

    /// <summary>"title, revision" of each column, in the order in which they came.</summary>
    public async Task<List<string>> ColumnsAsync()
    {
        await using var db = Database.Open();
        return await db
            .CurrentRevisions.OrderBy(r => r.ColumnId)
            .Select(r => r.Title + ", " + r.Number)
            .ToListAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        web.Dispose();
        await Newsroom.DisposeAsync();
    }
}
