using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>The publisher's address, a line a line.</summary>
internal static class PostalLines
{
    public static IReadOnlyList<string> Of(PublicationInput publication) =>
        [
            .. (publication.PostalAddress ?? "")
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Select(CleanText.OneLine)
                .Where(line => line.Length > 0),
        ];
}
