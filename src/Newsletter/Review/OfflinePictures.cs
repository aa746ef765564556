using System.Text.RegularExpressions;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;

namespace Newsletter.Review;

/// <summary>Puts the pictures of our own site into a page, to look at it where the site is not running.</summary>
internal sealed partial class OfflinePictures(PictureFolder folder)
{
    /// <param name="html">As a reader receives it.</param>
    /// <param name="root">The site's address, as it stands in the page.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task<string> PutIntoAsync(string html, string root, CancellationToken cancel)
    {
        var names = Names().Matches(html).Select(match => match.Value).Distinct(StringComparer.Ordinal);
        foreach (var text in names)
            if (PictureName.TryParse(text, out var name) && folder.FileOrNull(name) is { } file)
            {
                var bytes = await File.ReadAllBytesAsync(file.FullName, cancel);
                html = html.Replace(
                    $"\"{SiteOptions.Picture(root, text)}\"",
                    $"\"data:{name.ContentType};base64,{Convert.ToBase64String(bytes)}\"",
                    StringComparison.Ordinal
                );
            }

        return html;
    }

    [GeneratedRegex(@"(?<=/pictures/)[0-9a-f]{64}\.(?:jpg|png)(?="")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
