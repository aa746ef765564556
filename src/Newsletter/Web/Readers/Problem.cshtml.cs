using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Newsletter.Web.Readers;

/// <summary>
/// What is shown where another page could not be. It is run again under the method of the request that failed, and
/// asks no database.
/// </summary>
internal sealed class ProblemModel : ReaderPage
{
    private string title = "";

    public override string Title => title;

    public string Text { get; private set; } = "";

    /// <summary>From the page that failed to the start page, so that it holds under a path of a larger site too.</summary>
    public string Start { get; private set; } = "";

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private PageResult Show()
    {
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        (title, Text) = status switch
        {
            StatusCodes.Status404NotFound => (Words.MissingTitle, Words.MissingText),
            >= 500 => (Words.FaultTitle, Words.FaultText),
            _ => (Words.RefusedTitle, Words.RefusedText),
        };
        Start = string.Concat(Enumerable.Repeat("../", Depth(PathAsked())));
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private string PathAsked() =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? Request.Path;

    private static int Depth(string path) => path.Count(c => c == '/') - 1;
}
