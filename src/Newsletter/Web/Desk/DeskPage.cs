using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using NetEscapades.AspNetCore.SecurityHeaders;
using Newsletter.Addresses;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>A page for staff. <see cref="DeskGate"/> has asked who it is and whether they may before a handler runs.</summary>
[SecurityHeadersPolicy(WebHeaders.Desk)]
internal abstract class DeskPage : PageModel
{
    private const string SaidKey = "said";

    /// <summary>Who sits at the desk; null on the pages before signing in.</summary>
    public SignedIn? Member => HttpContext.SignedInOrNull();

    /// <summary>The same where the gate has let only members in.</summary>
    public SignedIn Me => Member ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>The person's language, else the first of the browser's that the desk speaks.</summary>
    public string Language => DeskLanguage.Of(HttpContext);

    public DeskWords Desk => DeskWords.In(Language);

    /// <summary>The heading, which is the name of the page too.</summary>
    public abstract string Title { get; }

    /// <summary>The part of the desk that the page is in, as <see cref="DeskNavigation"/> names it; null for none.</summary>
    public virtual string? Part => null;

    /// <summary>What went wrong with what was just asked; null where nothing did.</summary>
    public string? Problem { get; protected set; }

    /// <summary>What was done by the request before this one; null where nothing was.</summary>
    public string? Said => said ??= TempData[SaidKey] as string;

    private string? said;

    /// <summary>Where a request acts. Asked before any handler, with the values of the address.</summary>
    [NonHandler]
    public virtual ValueTask<Place> WhereAsync(CancellationToken cancel) => ValueTask.FromResult(Place.Anywhere);

    /// <summary>Whether a role is theirs, for what a page shows.</summary>
    [NonHandler]
    public bool May(StaffRole role, int? publicationId) => Member?.Is(role, publicationId) is true;

    /// <summary>The publications of which a role is theirs, for lists; null: all.</summary>
    protected IReadOnlyList<int>? Mine(StaffRole role) => Me.PublicationsOf(role);

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>
    /// Does something that changes something: it is in the audit trail before it is begun. A refusal becomes the
    /// <see cref="Problem"/> of this page.
    /// </summary>
    /// <param name="act">Such as "issue.approve".</param>
    /// <param name="subject">What it is done to, such as "issue 12".</param>
    /// <param name="publicationId">Whose it is; null where it is no single publication's.</param>
    /// <param name="does">Does it, and says what is there afterwards, for the trail.</param>
    /// <param name="before">What is there now, for the trail.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> ActAsync(
        string act,
        string? subject,
        int? publicationId,
        Func<Task<string?>> does,
        string? before = null
    )
    {
        var services = HttpContext.RequestServices;
        var trail = services.GetRequiredService<AuditTrail>();
        var entry = new AuditEntry(
            Member?.MemberId,
            Member?.Name ?? "",
            act,
            subject,
            NetworkOfVisitor,
            services.GetRequiredService<TimeProvider>().GetUtcNow()
        )
        {
            PublicationId = publicationId,
            Before = before,
        };
        var number = await trail.BeginAsync(entry, Cancel);
        try
        {
            var after = await does();
            await trail.EndAsync(number, AuditOutcome.Done, after);
            return true;
        }
        catch (Refusal refusal)
        {
            Problem = refusal.Message;
            await trail.EndAsync(number, AuditOutcome.Refused, refusal.Message);
            return false;
        }
        catch
        {
            await trail.EndAsync(number, AuditOutcome.Failed, after: null);
            throw;
        }
    }

    /// <summary>Shows another page, which says once what was done.</summary>
    protected RedirectResult Go(string to, string? sentence = null)
    {
        if (sentence is not null)
            TempData[SaidKey] = sentence;
        return Redirect(to);
    }

    protected string NetworkOfVisitor => Network.OrNull(HttpContext.Connection.RemoteIpAddress) ?? "";

    /// <summary>A method that a page has no answer to would show it as if nothing had been asked.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers[HeaderNames.CacheControl] = "no-cache, no-store";
        if (context.HandlerMethod is null)
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
