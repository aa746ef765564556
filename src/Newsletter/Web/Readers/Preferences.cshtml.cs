using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Records.Choosing;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>
/// Where a reader chooses what they receive, in one form. Both links of a mail open it, and it shows nothing that a
/// mail which was forwarded should not: no address, and nobody's data.
/// </summary>
internal sealed class PreferencesModel(ReaderLinks links, ReaderPreferences preferences) : ReaderPage
{
    // What was typed, where it could not be saved; the page shows it again.
    private PostedForm? typed;
    private IReadOnlyList<ChoiceFault> faults = [];

    public ReaderChoices? Choices { get; private set; }

    public bool IsBroken { get; private set; }

    public PreferenceWords Say => PreferenceWords.In(Words);

    public override string Title => IsBroken ? Words.BrokenTitle : Say.Title;

    public string Missing => IsBroken ? Words.BrokenText : Words.GoneText;

    /// <summary>What came of the last POST; null where there was none.</summary>
    public string? Notice { get; private set; }

    public string OwnDataAt => $"{RouteData.Values["token"]}/own-data";

    public string? Name => typed is null ? Choices?.Name : typed.Text("name");

    public string Language => (typed is null ? Choices?.Language : typed.Text("language")) ?? "";

    public IEnumerable<KeyValuePair<string, string>> Languages
    {
        get
        {
            yield return KeyValuePair.Create("", Say.AnyLanguage);
            foreach (var (code, name) in Words.Spoken)
                yield return KeyValuePair.Create(code, name);
            if (Choices?.Language is { } other && Words.InOrNull(other) is null)
                yield return KeyValuePair.Create(other, other);
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(HttpContext.RequestAborted);
        return Answer();
    }

    /// <summary>All of the form is saved, or nothing of it and it is shown again as it was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is not { } id)
            return Answer();
        if (await PostedForm.ReadOrNullAsync(Request, HttpContext.RequestAborted) is not { } posted)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        // A form that was cut in two would look like one in which every box was cleared.
        if (!posted.Has("shown"))
        {
            Notice = Say.NothingSaved;
            return Answer();
        }

        var saved = await preferences.SaveAsync(
            id,
            Wanted(posted),
            [.. Words.Spoken.Select(language => language.Key)],
            new Origin("preferences page", Network.OrNull(HttpContext.Connection.RemoteIpAddress)),
            $"{Request.PathBase}/preferences",
            CancellationToken.None
        );
        faults = saved?.Faults ?? [];
        // What was saved is read anew, and said in the language that was chosen.
        (typed, Choices) = faults.Count > 0 ? (posted, Choices) : (null, null);
        await FindAsync(CancellationToken.None);
        Notice =
            faults.Count > 0 ? Say.NothingSaved
            : saved is { IsMailed: true } ? Say.SavedAndMailed
            : Say.Saved;
        return Answer();
    }

    public bool IsOn(PublicationChoices one) => typed is null ? one.IsOn : typed.Has($"on-{one.SubscriptionId}");

    public string Receive(PublicationChoices one) =>
        string.Format(CultureInfo.InvariantCulture, Say.Receive, one.Title);

    public string WhyOff(PublicationChoices one) =>
        one.Return switch
        {
            WayBack.AtOnce => Say.OffForNow,
            WayBack.ByMail when one.State is SubscriptionState.Pending => Say.OffUnconfirmed,
            WayBack.ByMail => Say.OffByMail,
            _ => Say.OffClosed,
        };

    public string Rhythm(PublicationChoices one) => typed?.Text($"rhythm-{one.SubscriptionId}") ?? one.Rhythm;

    public string PauseUntil(PublicationChoices one) =>
        typed?.Text($"pause-{one.SubscriptionId}") ?? (one.PausedUntil is { } until ? Day(until) : "");

    public bool IsChosen(PublicationChoices one, AuthorChoice author) =>
        typed is null ? author.IsChosen : typed.Texts($"author-{one.SubscriptionId}").Contains(author.Key);

    public bool HasAuthors(PublicationChoices one) => one.Authors.Any(author => IsChosen(one, author));

    public IEnumerable<string> FaultsOf(long? subscriptionId) =>
        faults.Where(fault => fault.SubscriptionId == subscriptionId).Select(fault => Say.Fault(fault.Kind));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<long?> FindAsync(CancellationToken cancel)
    {
        KeepPrivate();
        var target = await links.OfReaderAsync(RouteData.Values["token"] as string, cancel);
        IsBroken = target is LinkTarget.Broken;
        if (target is not LinkTarget.Found found)
            return null;
        Choices ??= await preferences.ShowAsync(found.SubscriptionId, cancel);
        Speak(Choices?.PageLanguage ?? found.Language);
        Dress(found.Theme, found.PublicationTitle);
        return found.SubscriptionId;
    }

    private WantedChoices Wanted(PostedForm posted) =>
        new(
            posted.Text("name"),
            posted.Text("language"),
            [
                .. (Choices?.Publications ?? [])
                    .Where(one => posted.Has($"was-{one.SubscriptionId}"))
                    .Select(one => Wanted(posted, one)),
            ]
        );

    private WantedPublication Wanted(PostedForm posted, PublicationChoices one)
    {
        var id = one.SubscriptionId;
        return new(
            id,
            posted.Text($"was-{id}") == "1",
            posted.Has($"on-{id}"),
            posted.Text($"rhythm-{id}"),
            posted.Text($"pause-{id}"),
            posted.Texts($"author-{id}"),
            Receive(one)
        );
    }

    private IActionResult Answer()
    {
        var page = Page();
        page.StatusCode = IsBroken ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }
}
