using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where a publication's columns come from, how that goes, and another one tried before it is added.</summary>
[Needs(StaffRole.Admin)]
internal sealed class SourceListModel(PublicationRegister register, SourceRegister sources, SourceTrial trial)
    : PublicationPage(register)
{
    private const string Add = "add";

    private SourceForm typed = SourceForm.Empty;

    public override string Title => $"{Publication.Title}, {Words.Sources.ToLower(Culture)}";

    public override string Here => $"{At}/sources";

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    /// <summary>What was found by trying; null where nothing was tried.</summary>
    public TriedSource? Tried { get; private set; }

    public IEnumerable<ShownField> Fields =>
        typed.Fields(FieldWords.In(Language), Add, IsOfAll ? ["wordpress", "feed", "folder"] : ["wordpress", "feed"]);

    public async Task OnGetAsync() =>
        Sources = [.. (await sources.ListAsync(Publication.Slug, Cancel)).Select(one => one.Source)];

    public async Task<IActionResult> OnPostAddAsync(bool dry)
    {
        typed = SourceForm.Typed(Request.Form);
        var isNew = false;
        var isDone = await ChangeAsync(
            Add,
            dry ? "source.try" : "source.add",
            async () =>
            {
                var (kind, since) = (typed.KindIn(IsOfAll, Words.FolderHint), typed.Day(Words.NoDay));
                if (dry)
                {
                    Tried = await trial.TryAsync(Publication, kind, typed.Address, since, typed.ReadsPages, Cancel);
                    return null;
                }

                (var source, isNew) = await sources.AddAsync(
                    Publication.Slug,
                    kind,
                    typed.Address,
                    since,
                    typed.ReadsPages,
                    Cancel
                );
                return $"source {source.Id}: {SourceForm.Of(source)}";
            }
        );
        if (isDone && !dry)
            return Go(Here, isNew ? Words.SourceAdded : Words.SourceKnown);
        await OnGetAsync();
        return Page();
    }

    public (string State, string Css) StateOf(Source source) => Words.StateOf(source);

    public string Shown(DateTimeOffset? at) =>
        at is { } known ? DeskTime.Shown(known, Publication.TimeZone, Culture) : Words.Never;
}
