using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Makes an account by an invitation: the operator's for the first one, or one that was mailed.</summary>
[OpenToAll]
internal sealed class JoinModel(
    Invitations invitations,
    SignInManager<StaffMember> signIn,
    StaffPosts posts,
    TimeProvider clock
) : DeskPage
{
    public AccountWords Words => AccountWords.In(Language);

    public override string Title => Invitation is { Email: not null } ? Words.Invited : Words.FirstTitle;

    /// <summary>Null where the link works no more.</summary>
    public Invitation? Invitation { get; private set; }

    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(Name = "email")]
    public string Email { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await FindAsync(token))
            return Page();
        return Spent();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (!await FindAsync(token))
            return Spent();
        var name = (Name ?? "").Trim();
        if (name is not { Length: > 0 and <= 200 })
            Problem = Words.NoName;
        else if (!EmailAddress.TryParse(Invitation!.Email ?? Email ?? "", out var address))
            Problem = Words.NoAddress;
        else if (await MakeAsync(name, address) is { } member)
        {
            await signIn.SignInAsync(member, isPersistent: false);
            return Redirect("/desk");
        }
        return Page();
    }

    private async Task<StaffMember?> MakeAsync(string name, EmailAddress address)
    {
        var member = new StaffMember
        {
            UserName = address.Value,
            Email = address.Value,
            EmailConfirmed = Invitation!.Email is not null,
            Name = name,
            Language = Language,
            JoinedAt = clock.GetUtcNow(),
        };
        var isDone = await ActAsync(
            "staff.join",
            $"staff {address.Value}",
            Invitation.PublicationId,
            async () =>
            {
                var made = await signIn.UserManager.CreateAsync(member, Password ?? "");
                if (!made.Succeeded)
                    throw new Refusal(string.Join(" ", made.Errors.Select(error => error.Description)));
                if (!await invitations.TakeAsync(Invitation, member.Id, Cancel))
                {
                    await posts.CloseAsync(member.Id, Cancel);
                    throw new Refusal(Words.SpentLink);
                }
                return $"{Invitation.Role}";
            }
        );
        return isDone ? member : null;
    }

    private async Task<bool> FindAsync(string token) =>
        (Invitation = await invitations.FindAsync(token, Cancel)) is not null;

    private IActionResult Spent()
    {
        Problem = Words.SpentLink;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
