using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NetEscapades.AspNetCore.SecurityHeaders;
using Newsletter.Columns.Pictures;

namespace Newsletter.Web.Readers;

/// <summary>A picture of an issue. Its name is the hash of what it holds, so whoever has it never asks again.</summary>
internal static class PictureAnswer
{
    /// <summary>A name is as long as a hash and its ending; every other path is another page's.</summary>
    public const string Route = "/pictures/{name:length(68)}";

    [SecurityHeadersPolicy(WebHeaders.Picture)]
    public static IResult Give(string name, [FromServices] PictureFolder folder, HttpResponse response)
    {
        if (!PictureName.TryParse(name, out var picture) || folder.FileOrNull(picture) is not { } file)
            return Results.NotFound();
        response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.File(
            file.FullName,
            picture.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""),
            enableRangeProcessing: true
        );
    }
}
