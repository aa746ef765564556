using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The one place where a request at the desk is let in or not, before any handler runs.</summary>
internal sealed class DeskGate : IAsyncPageFilter
{
    /// <summary>All that a gate needs is known once the handler is chosen and its values are bound.</summary>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var page = (DeskPage)context.HandlerInstance;
        var type = page.GetType();
        if (type.IsDefined(typeof(OpenToAllAttribute)))
        {
            await next();
            return;
        }

        if (page.Member is not { } member)
        {
            context.Result = ToSignIn(context.HttpContext);
            return;
        }

        if (type.IsDefined(typeof(OwnAccountAttribute)))
        {
            await HandleAsync(context, next);
            return;
        }

        var needed =
            context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsAttribute>()
            ?? type.GetCustomAttribute<NeedsAttribute>();
        var place = await page.WhereAsync(context.HttpContext.RequestAborted);
        if (place.Kind is PlaceKind.Nowhere && needed is not null && member.IsAnywhere(needed.Role))
            context.Result = new NotFoundResult();
        else if (needed is null || !IsIn(member, needed.Role, place))
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        else
            await HandleAsync(context, next);
    }

    /// <summary>A value that is not of its kind (a word for a number) is no wish of a form of ours: it is not taken for "none".</summary>
    private static async Task HandleAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.ModelState.IsValid)
            await next();
        else
            context.Result = new BadRequestResult();
    }

    private static bool IsIn(SignedIn member, StaffRole role, Place place) =>
        place.Kind switch
        {
            PlaceKind.Anywhere => member.IsAnywhere(role),
            PlaceKind.One => member.Is(role, place.PublicationId),
            _ => false,
        };

    private static IActionResult ToSignIn(HttpContext http)
    {
        var request = http.Request;
        // A part of a page that asks for itself cannot show another page.
        if (request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.Headers["HX-Redirect"] = "/desk/sign-in";
            return new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }

        var back = HttpMethods.IsGet(request.Method)
            ? $"?back={Uri.EscapeDataString(request.Path + request.QueryString)}"
            : "";
        return new RedirectResult("/desk/sign-in" + back);
    }
}
