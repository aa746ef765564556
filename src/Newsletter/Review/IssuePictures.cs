using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>
/// Gives a rendering the address and the size of each picture: our own site's, whose name is the hash of what it holds,
/// so that what an approval freezes holds the pictures too.
/// </summary>
internal sealed class IssuePictures(ShelvedPictures shelved, SiteOptions site)
{
    private const string NotYet = "It has not been fetched yet; add its column again.";

    public ColumnInput Shown(ColumnRevision revision)
    {
        var (content, origin) = (revision.Content, revision.Column.Origin);
        return new ColumnInput(
            revision.ColumnId,
            content.Title,
            content.Standfirst,
            [.. content.Authors.Select(author => author with { Portrait = Portrait(origin, author.Portrait) })],
            ColumnPictures.Replaced(content.Blocks, picture => Figure(origin, picture)),
            content.Language,
            content.Date,
            content.Address
        );
    }

    private Picture Figure(string origin, Picture picture)
    {
        var kept = shelved.Find(origin, picture, PictureUse.Figure);
        if (kept?.Name is not { } name)
            // Its size is not known before it was here, and without one Outlook would show it at any.
            return picture with { Fault = kept is null ? NotYet : kept.Fault };
        var sized = Sized(picture, kept);
        // Nobody elsewhere can see a site without an address: a picture that every client shows stays where it is.
        return !site.IsSet && Rendering.Preparing.Pictures.CanBeShown(picture.Address) ? sized : Ours(sized, name);
    }

    private Picture? Portrait(string origin, Picture? portrait) =>
        portrait is not null && shelved.Find(origin, portrait, PictureUse.Portrait)?.Name is { } name
            ? Ours(portrait, name)
            : null;

    private Picture Ours(Picture picture, PictureName name) =>
        picture with
        {
            Address = SiteOptions.Picture(site.Root, name.ToString()),
            IsOurs = true,
        };

    /// <summary>As small as its author wants it, and no larger than its pixels allow.</summary>
    private static Picture Sized(Picture picture, KeptPicture kept)
    {
        var (width, height) = (kept.Width ?? 1, kept.Height ?? 1);
        return picture.Width is > 0 and var wanted && wanted < width
            ? picture with
            {
                Width = wanted,
                Height = Math.Max(1, (int)Math.Round((double)height * wanted / width)),
            }
            : picture with
            {
                Width = width,
                Height = height,
            };
    }
}
