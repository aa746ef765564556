using System.Globalization;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Who did what, the latest first. Who is admin of some publications sees the acts on those.</summary>
[Needs(StaffRole.Admin)]
internal sealed class TrailModel(AuditTrail trail) : DeskPage
{
    private const int PageSize = 50;

    public TrailWords Words => TrailWords.In(Language);

    public override string Title => Desk.Trail;

    public override string Part => DeskNavigation.Trail;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public string? Subject { get; private set; }

    /// <summary>Where the next page begins; null where there is none.</summary>
    public long? OlderThan { get; private set; }

    public async Task OnGetAsync(string? subject, long? before)
    {
        Subject = string.IsNullOrWhiteSpace(subject) ? null : subject.Trim();
        Entries = await trail.LatestAsync(Mine(StaffRole.Admin), Subject, before, PageSize, Cancel);
        OlderThan = Entries.Count == PageSize ? Entries[^1].Id : null;
    }

    public string Shown(DateTimeOffset at) => DeskTime.Shown(at, "UTC", CultureInfo.GetCultureInfo(Language));

    public string WordOf(AuditOutcome? outcome) =>
        outcome switch
        {
            AuditOutcome.Done => Words.Done,
            AuditOutcome.Refused => Words.Refused,
            AuditOutcome.Failed => Words.Failed,
            _ => Words.Open,
        };

    public static string ClassOf(AuditOutcome? outcome) => outcome is AuditOutcome.Done ? "good" : "bad";
}
