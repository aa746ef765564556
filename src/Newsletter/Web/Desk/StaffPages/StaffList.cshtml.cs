using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Who works at the desk, and what each may do. Who is admin of one publication gives roles in that one alone.</summary>
[Needs(StaffRole.Admin)]
internal sealed class StaffListModel(
    StaffPosts posts,
    Invitations invitations,
    PublicationRegister register,
    IOptions<SiteOptions> site
) : DeskPage
{
    private IReadOnlyList<Publication> publications = [];

    public StaffWords Words => StaffWords.In(Language);

    public override string Title => Desk.Staff;

    public override string Part => DeskNavigation.Staff;

    public IReadOnlyList<(StaffMember Member, IReadOnlyList<StaffPost> Posts)> Members { get; private set; } = [];

    /// <summary>The link of an invitation that was just made; null where none was.</summary>
    public string? InvitedBy { get; private set; }

    /// <summary>To close an account is to close it everywhere.</summary>
    public bool MayClose => Me.Is(StaffRole.Admin, publicationId: null);

    /// <summary>Where roles can be given: a number, or nothing for all.</summary>
    public IEnumerable<(string Id, string Title)> Places
    {
        get
        {
            if (Me.Is(StaffRole.Admin, publicationId: null))
                yield return ("", Words.AllPublications);
            foreach (var publication in publications.Where(one => Me.Is(StaffRole.Admin, one.Id)))
                yield return (publication.Id.ToString(CultureInfo.InvariantCulture), publication.Title);
        }
    }

    public async Task OnGetAsync()
    {
        publications = await register.ListAsync(Cancel);
        var mine = Mine(StaffRole.Admin);
        // Of others' publications nothing is shown, not even that somebody works there.
        Members =
        [
            .. (await posts.AllAsync(Cancel))
                .Select(one =>
                    (one.Member, Posts: (IReadOnlyList<StaffPost>)[.. one.Posts.Where(post => IsMine(mine, post))])
                )
                .Where(one => mine is null || one.Posts.Count > 0),
        ];
    }

    public async Task<IActionResult> OnPostGiveAsync(int member, StaffRole? role, int? publication)
    {
        if (!Me.Is(StaffRole.Admin, publication))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!await IsShownAsync(member))
            return NotFound();
        return await ChangeAsync(
            "staff.role",
            member,
            publication,
            Words.Given,
            async () =>
            {
                await posts.SetAsync(member, publication, role ?? throw new Refusal(Words.WhichRole), Cancel);
                return $"{role}";
            }
        );
    }

    public async Task<IActionResult> OnPostTakeAsync(int member, int? publication)
    {
        if (!Me.Is(StaffRole.Admin, publication))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!await IsShownAsync(member))
            return NotFound();
        return await ChangeAsync(
            "staff.role",
            member,
            publication,
            Words.TakenAway,
            async () =>
            {
                await posts.SetAsync(member, publication, role: null, Cancel);
                return null;
            }
        );
    }

    public async Task<IActionResult> OnPostCloseAsync(int member)
    {
        if (!MayClose)
            return StatusCode(StatusCodes.Status403Forbidden);
        return await ChangeAsync(
            "staff.close",
            member,
            publication: null,
            Words.Closed,
            async () =>
            {
                await posts.CloseAsync(member, Cancel);
                return null;
            }
        );
    }

    public async Task<IActionResult> OnPostInviteAsync(string? email, StaffRole role, int? publication)
    {
        if (!Me.Is(StaffRole.Admin, publication))
            return StatusCode(StatusCodes.Status403Forbidden);
        await ActAsync(
            "staff.invite",
            subject: null,
            publication,
            async () =>
            {
                if (!EmailAddress.TryParse(email ?? "", out var address))
                    throw new Refusal(Words.NoAddress);
                var token = await invitations.InviteAsync(address, publication, role, Cancel);
                InvitedBy = string.Format(
                    CultureInfo.InvariantCulture,
                    Words.Invited,
                    address.Value,
                    SiteOptions.Join(site.Value.Root, token)
                );
                return $"{role}";
            }
        );
        await OnGetAsync();
        return Page();
    }

    public string WordOf(StaffRole role) =>
        role switch
        {
            StaffRole.Admin => Words.Admin,
            StaffRole.Publisher => Words.Publisher,
            _ => Words.Editor,
        };

    public string PlaceOf(int? publicationId) =>
        publicationId is null
            ? Words.AllPublications
            : publications.FirstOrDefault(one => one.Id == publicationId)?.Title ?? "";

    /// <summary>Of who works for others alone an admin of one publication knows nothing.</summary>
    private async Task<bool> IsShownAsync(int member)
    {
        await OnGetAsync();
        return Members.Any(one => one.Member.Id == member);
    }

    private static bool IsMine(IReadOnlyList<int>? mine, StaffPost post) =>
        mine is null || (post.PublicationId is { } id && mine.Contains(id));

    private async Task<IActionResult> ChangeAsync(
        string act,
        int member,
        int? publication,
        string done,
        Func<Task<string?>> does
    )
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"staff {member}");
        if (await ActAsync(act, subject, publication, does))
            return Go("/desk/staff", done);
        await OnGetAsync();
        return Page();
    }
}
