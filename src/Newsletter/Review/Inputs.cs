using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>What rendering is told of a publication.</summary>
internal static class Inputs
{
    public static PublicationInput Of(Publication publication, Theme theme) =>
        new(
            publication.Title,
            publication.SenderName,
            publication.Language,
            publication.TimeZone,
            publication.PostalAddress,
            theme
        );
}
