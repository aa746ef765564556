using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;
using Newsletter.Publications;

namespace Newsletter.Review;

/// <summary>Where a publication's logo is shown from: our own site, like the pictures of its columns.</summary>
internal sealed class PublicationLogo(PictureFolder folder, IOptions<SiteOptions> site)
{
    /// <summary>The theme as a mail has it: its logo at an address that every reader can open, or none.</summary>
    public Theme Shown(Theme theme) =>
        theme.Logo is { } logo && (logo.Picture is null || FileOf(logo) is not null)
            ? theme with
            {
                Logo = Placed(logo),
            }
            : theme with
            {
                Logo = null,
            };

    /// <summary>Why the logo is not shown, in a sentence; null where it is, or where there is none.</summary>
    public string? Missing(Publication publication) =>
        publication.Theme.Logo is { } logo && Shown(publication.Theme).Logo is null
            ? $"The logo {logo.Address} is not shown: {(logo.Picture is null ? "it was never fetched" : "its file is gone from the data folder")}. Set it again with \"newsletter publication set {publication.Slug} --theme logo=…\"; the title stands in its place."
            : null;

    // Nobody elsewhere can see a site without an address: a picture that every client shows stays where it is.
    private Logo? Placed(Logo logo) =>
        !site.Value.IsSet && Rendering.Preparing.Pictures.CanBeShown(logo.Address) ? logo
        : logo.Picture is { } name ? logo with { Address = SiteOptions.Picture(site.Value.Root, name) }
        : null;

    private FileInfo? FileOf(Logo logo) =>
        PictureName.TryParse(logo.Picture, out var name) ? folder.FileOrNull(name) : null;
}
