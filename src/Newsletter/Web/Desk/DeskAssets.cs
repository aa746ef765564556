using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Newsletter.Web.Desk;

/// <summary>The style sheet and the scripts of the desk, from within the program. Their addresses name what they hold, so that browsers keep them.</summary>
internal static class DeskAssets
{
    public const string Route = "/desk/assets/{mark}/{name}";

    private static readonly Dictionary<string, (byte[] Bytes, string Mark)> s_all = new[]
    {
        "desk.css",
        "desk.js",
        "htmx.min.js",
        "htmx-sse.min.js",
    }.ToDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>Where a page finds one of them.</summary>
    public static string At(string name) => $"/desk/assets/{s_all[name].Mark}/{name}";

    [SecurityHeadersPolicy(WebHeaders.Desk)]
    public static IResult Give(string name, HttpResponse response)
    {
        if (!s_all.TryGetValue(name, out var asset))
            return Results.NotFound();
        response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        var type = name.EndsWith(".css", StringComparison.Ordinal)
            ? "text/css; charset=utf-8"
            : "text/javascript; charset=utf-8";
        return Results.Bytes(asset.Bytes, type);
    }

    private static (byte[] Bytes, string Mark) Read(string name)
    {
        using var stream =
            typeof(DeskAssets).Assembly.GetManifestResourceStream($"desk/{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
