using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Issues;

namespace Newsletter.Web.Desk;

/// <summary>A page about one issue, whose number stands in its address.</summary>
internal abstract class IssuePage(IssueShelf shelf) : DeskPage
{
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Part => DeskNavigation.Issues;

    public IssueOnShelf Issue { get; private set; } = null!;

    /// <summary>What it carries, in its order.</summary>
    public IReadOnlyList<CarriedTitle> Columns { get; private set; } = [];

    /// <summary>What the lead makes the subject where nobody gave one.</summary>
    public string LeadTitle => Columns is [var lead, ..] ? lead.Title : "";

    protected int Id => Issue.Issue.Id;

    public override async ValueTask<Place> WhereAsync(CancellationToken cancel)
    {
        if (
            !int.TryParse(RouteData.Values["id"] as string, CultureInfo.InvariantCulture, out var id)
            || await shelf.FindAsync(id, cancel) is not { } found
        )
            return Place.Nowhere;
        (Issue, Columns) = found;
        return Place.Of(Issue.Issue.PublicationId);
    }

    /// <summary>Local to its publication.</summary>
    public string Shown(DateTimeOffset at) => DeskTime.Shown(at, Issue.TimeZone, Culture);

    /// <summary>What the page shows, read anew.</summary>
    private protected abstract Task ShowAsync();

    /// <summary>Does something to the issue, and shows this page again: with what was done, or with why it was not.</summary>
    private protected async Task<IActionResult> ChangeAsync(
        string act,
        string done,
        Func<Task<string?>> does,
        string? before
    )
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"issue {Id}");
        if (await ActAsync(act, subject, Issue.Issue.PublicationId, does, before))
            return Go(Request.Path, done);
        await ShowAsync();
        return Page();
    }
}
