using Newsletter.Records;

namespace Newsletter.Web.Readers;

/// <summary>What this site is: the publications that have sent an issue, and nothing of those in preparation.</summary>
internal sealed class StartModel(PublicIssues issues) : ReaderPage
{
    public override string Title => Words.StartTitle;

    public IReadOnlyList<LatestIssue> Latest { get; private set; } = [];

    public async Task OnGetAsync() => Latest = await issues.LatestAsync(HttpContext.RequestAborted);
}
