using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>One's own account: name, language, password, and where one is signed in.</summary>
[OwnAccount]
internal sealed class AccountModel(StaffSessions sessions, UserManager<StaffMember> members) : DeskPage
{
    public OwnAccountWords Words => OwnAccountWords.In(Language);

    public override string Title => Desk.Account;

    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    public async Task OnGetAsync() => Sessions = await sessions.OfAsync(Me.MemberId, Cancel);

    public Task<IActionResult> OnPostProfileAsync(string? name, string? language) =>
        ChangeAsync(
            "staff.profile",
            Words.Saved,
            async () =>
            {
                if ((name ?? "").Trim() is not { Length: > 0 and <= 200 } given)
                    throw new Refusal(Words.NoName);
                var member = await FindAsync();
                member.Name = given;
                member.Language = language == DeskLanguage.French ? DeskLanguage.French : DeskLanguage.English;
                await members.UpdateAsync(member);
                return $"{member.Name}, {member.Language}";
            },
            $"{Me.Name}, {Me.Language}"
        );

    public Task<IActionResult> OnPostPasswordAsync(string? present, string? wanted) =>
        ChangeAsync(
            "staff.password",
            Words.Changed,
            async () =>
            {
                var changed = await members.ChangePasswordAsync(await FindAsync(), present ?? "", wanted ?? "");
                if (!changed.Succeeded)
                    throw new Refusal(Words.WrongPassword);
                await EndOthersAsync();
                return null;
            }
        );

    public Task<IActionResult> OnPostEndAsync(int session) =>
        ChangeAsync(
            "staff.end-session",
            Words.Ended,
            async () =>
            {
                await sessions.EndAsync(Me.MemberId, session, Cancel);
                return null;
            }
        );

    public Task<IActionResult> OnPostEndOthersAsync() =>
        ChangeAsync(
            "staff.end-sessions",
            Words.Ended,
            async () =>
            {
                await EndOthersAsync();
                return null;
            }
        );

    public string Shown(DateTimeOffset at) => DeskTime.Shown(at, "UTC", CultureInfo.GetCultureInfo(Language));

    private async Task EndOthersAsync()
    {
        foreach (var other in await sessions.OfAsync(Me.MemberId, Cancel))
        {
            if (other.Id != Me.SessionId)
                await sessions.EndAsync(Me.MemberId, other.Id, Cancel);
        }
    }

    private async Task<StaffMember> FindAsync() =>
        await members.FindByIdAsync(Me.MemberId.ToString(CultureInfo.InvariantCulture))
        ?? throw new InvalidOperationException("The account of a session is gone.");

    private async Task<IActionResult> ChangeAsync(
        string act,
        string done,
        Func<Task<string?>> does,
        string? before = null
    )
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"staff {Me.MemberId}");
        if (await ActAsync(act, subject, publicationId: null, does, before))
            return Go("/desk/account", done);
        await OnGetAsync();
        return Page();
    }
}
