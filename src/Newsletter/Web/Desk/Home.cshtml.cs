using Microsoft.AspNetCore.Mvc.RazorPages;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>What goes out next, what is going out, and what needs a person.</summary>
[Needs(StaffRole.Editor)]
internal sealed class HomeModel : DeskPage
{
    public override string Title => Desk.Home;

    public override string Part => DeskNavigation.Home;

    public PageResult OnGet() => Page();
}
