using Microsoft.AspNetCore.Mvc;

namespace Newsletter.Web.Readers;

/// <summary>Where the unsubscribe link of an issue leads when it is read in a browser, where it belongs to nobody.</summary>
internal sealed class HowToLeaveModel : ReaderPage
{
    public override string Title => Words.HowToLeaveTitle;

    public IActionResult OnGet() => Page();
}
