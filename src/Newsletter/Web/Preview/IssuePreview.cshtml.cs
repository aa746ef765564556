using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;
using Newsletter.Review;

namespace Newsletter.Web.Preview;

/// <summary>An issue before it is sent: the mail in a frame, in the ways in which mail programs show it.</summary>
[SecurityHeadersPolicy(WebHeaders.Preview)]
internal sealed class IssuePreviewModel(PreviewLinks links, Review.Preview preview) : PreviewPage(links, preview)
{
    private string subject = "";

    [BindProperty(SupportsGet = true, Name = "phone")]
    public bool Phone { get; set; }

    public override string Title => subject;

    public string FrameClass => Phone ? "phone" : "desktop";

    public string MailAt => $"{RouteData.Values["token"]}/mail{Query(Dark, NoPictures, NoStyles, AsText)}";

    public IEnumerable<(string Name, string Address, bool IsChosen)> Choices =>
        [
            ("Desktop", With(phone: false), !Phone),
            ("Phone", With(phone: true), Phone),
            ("Dark", With(dark: !Dark), Dark),
            ("Pictures off", With(noPictures: !NoPictures), NoPictures),
            ("Styles stripped", With(noStyles: !NoStyles), NoStyles),
            ("Text", With(text: !AsText), AsText),
        ];

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await FindAsync(token) is not { } message)
            return Nothing;
        subject = message.Subject;
        return Page();
    }

    private string With(
        bool? phone = null,
        bool? dark = null,
        bool? noPictures = null,
        bool? noStyles = null,
        bool? text = null
    )
    {
        var query = Query(dark ?? Dark, noPictures ?? NoPictures, noStyles ?? NoStyles, text ?? AsText);
        return $"{RouteData.Values["token"]}{query}{(phone ?? Phone ? $"{(query.Length == 0 ? "?" : "&")}phone=true" : "")}";
    }

    private static string Query(bool dark, bool noPictures, bool noStyles, bool text)
    {
        var query = new QueryBuilder();
        foreach (
            var (name, isOn) in new[]
            {
                ("dark", dark),
                ("noPictures", noPictures),
                ("noStyles", noStyles),
                ("text", text),
            }
        )
        {
            if (isOn)
                query.Add(name, "true");
        }

        return query.ToString();
    }
}
