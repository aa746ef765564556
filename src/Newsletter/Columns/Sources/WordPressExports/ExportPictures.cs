using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>The attachments of an export, by their numbers and by the posts that they were put into.</summary>
internal sealed partial class ExportPictures
{
    private readonly Dictionary<string, AttachedPicture> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Place, AttachedPicture Picture)>> byPost = new(
        StringComparer.Ordinal
    );

    public void Add(AttachedPicture picture, string? post, int place)
    {
        byNumber[picture.Number] = picture;
        if (post is null or "0" || !IsPicture().IsMatch(picture.Address))
            return;
        if (!byPost.TryGetValue(post, out var own))
            byPost.Add(post, own = []);
        own.Add((place, picture));
    }

    public AttachedPicture? Find(string number) => byNumber.GetValueOrDefault(number);

    public Attachments For(string? post) =>
        new(
            byNumber,
            post is not null && byPost.TryGetValue(post, out var own)
                ? [.. own.OrderBy(one => one.Place).Select(one => one.Picture)]
                : []
        );

    // Other files are attached to posts as well.
    [GeneratedRegex(
        @"\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)(?:$|\?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex IsPicture();
}
