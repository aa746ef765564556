using Newsletter.Records;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>What this site is: what can be subscribed to, and the latest issues; nothing of an issue in preparation.</summary>
internal sealed class StartModel(PublicIssues issues, SignUpOffers offers) : ReaderPage
{
    public override string Title => Words.StartTitle;

    public IReadOnlyList<LatestIssue> Latest { get; private set; } = [];

    public IReadOnlyList<SignUpOffer> Open { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Latest = await issues.LatestAsync(HttpContext.RequestAborted);
        Open = await offers.OpenAsync(HttpContext.RequestAborted);
    }
}
