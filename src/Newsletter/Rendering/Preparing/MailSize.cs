using System.Text;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// Gmail shows 102,400 bytes of HTML and hides the rest behind a link, with the unsubscribe link in it.
/// </summary>
internal static class MailSize
{
    public const int Clip = 102_400;

    /// <summary>What a reader's value may add where its mark stands; a signed link is 34 characters and a site's address.</summary>
    private const int RoomForMark = 400;

    public static bool Fits(string html) => Of(html) < Clip;

    /// <summary>The most bytes that a reader's copy has.</summary>
    public static int Of(string html) =>
        // A line ends in two bytes on its way (RFC 5322 section 2.1).
        Encoding.UTF8.GetByteCount(html)
        + html.AsSpan().Count('\n')
        + (html.AsSpan().Count(Mark.Opening) * RoomForMark);
}
