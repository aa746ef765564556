using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>One source: how its last fetch went, and what can be done with it.</summary>
[Needs(StaffRole.Admin)]
internal sealed class SourcePageModel(PublicationRegister register, SourceRegister sources, SourceFetching fetching)
    : PublicationPage(register)
{
    public const string Acts = "acts";
    public const string Settings = "set";
    public const string Removing = "remove";

    private SourceForm? typed;

    public override string Title => Source.Title ?? Source.Address;

    public override string Here => $"{At}/sources";

    public Source Source { get; private set; } = null!;

    public IEnumerable<ShownField> Fields => (typed ?? SourceForm.Of(Source)).Fields(FieldWords.In(Language), Settings);

    public override async ValueTask<Place> WhereAsync(CancellationToken cancel)
    {
        var place = await base.WhereAsync(cancel);
        if (
            place.Kind is PlaceKind.Nowhere
            || !int.TryParse(RouteData.Values["id"] as string, CultureInfo.InvariantCulture, out var id)
            || (await sources.ListAsync(Publication.Slug, cancel)).Find(one => one.Source.Id == id).Source
                is not { } source
        )
            return Place.Nowhere;
        Source = source;
        return place;
    }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostPauseAsync() =>
        DoAsync(Acts, "source.pause", Words.Saved, async () => Told(await sources.PauseAsync(Source.Id, Cancel)));

    public Task<IActionResult> OnPostResumeAsync() =>
        DoAsync(Acts, "source.resume", Words.Saved, async () => Told(await sources.ResumeAsync(Source.Id, Cancel)));

    public Task<IActionResult> OnPostFetchAsync() =>
        DoAsync(
            Acts,
            "source.fetch",
            Words.Fetched,
            async () =>
                await fetching.FetchAsync(Source.Id, Cancel) is { Fault: { } fault }
                    ? throw new Refusal(fault)
                    : (await sources.FindAsync(Source.Id, Cancel)).Source.Told
        );

    public Task<IActionResult> OnPostSetAsync()
    {
        var form = typed = SourceForm.Typed(Request.Form);
        return DoAsync(
            Settings,
            "source.set",
            Words.Saved,
            async () =>
            {
                var isMoved = form.Address != Source.Address;
                if (isMoved && Source.Kind is SourceKind.Folder && !IsOfAll)
                    throw new Refusal(Words.FolderHint);
                var since = form.Day(Words.NoDay);
                var wanted = new SourceSettings(isMoved ? form.Address : null, since, since is null, form.ReadsPages);
                return $"{SourceForm.Of((await sources.SetAsync(Source.Id, wanted, Cancel)).Source)}";
            }
        );
    }

    public async Task<IActionResult> OnPostRemoveAsync(bool sure)
    {
        var isDone = await ChangeAsync(
            Removing,
            "source.remove",
            async () =>
            {
                if (!sure)
                    throw new Refusal(Words.RemoveUnsure);
                await sources.RemoveAsync(Source.Id, Cancel);
                return null;
            },
            $"{SourceForm.Of(Source)}",
            Subject
        );
        return isDone ? Go(Here, Words.Removed) : Page();
    }

    public string Shown(DateTimeOffset? at) =>
        at is { } known ? DeskTime.Shown(known, Publication.TimeZone, Culture) : Words.Never;

    private string Subject => string.Create(CultureInfo.InvariantCulture, $"source {Source.Id}");

    private async Task<IActionResult> DoAsync(string form, string act, string done, Func<Task<string?>> does)
    {
        if (await ChangeAsync(form, act, does, $"{SourceForm.Of(Source)}", Subject))
            return Go(string.Create(CultureInfo.InvariantCulture, $"{Here}/{Source.Id}"), done);
        Source = (await sources.FindAsync(Source.Id, Cancel)).Source;
        return Page();
    }

    private static string Told((Source Source, string Publication) changed) =>
        changed.Source.PausedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"paused since {at:u}")
            : "fetched by itself";
}
