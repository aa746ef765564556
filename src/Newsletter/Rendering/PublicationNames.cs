using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>The names of a publication and of its sender, as a mail says them within its own sentences.</summary>
internal static class PublicationNames
{
    /// <summary>A longer one would fill the subject and the line below the last column.</summary>
    private const int Longest = 100;

    public static string Title(PublicationInput publication) =>
        Name(publication.Title, publication) is { Length: > 0 } title ? title : Sender(publication);

    public static string Sender(PublicationInput publication) => Name(publication.SenderName, publication);

    private static string Name(string name, PublicationInput publication) =>
        Excerpt.Cut(new InlinePreparation(publication.Language).Of(name), Longest);
}
