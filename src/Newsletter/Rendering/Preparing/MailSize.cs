using System.Text;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// Gmail shows 102,400 bytes of HTML and hides the rest behind a link, with the unsubscribe link in it.
/// </summary>
internal static class MailSize
{
    private const int Clip = 102_400;

    /// <summary>What a reader's value may add where its mark stands; the longest signed link is 143 characters and a host.</summary>
    private const int RoomForMark = 400;

    public static bool Fits(string html) =>
        Encoding.UTF8.GetByteCount(html) + (html.AsSpan().Count(Mark.Opening) * RoomForMark) < Clip;
}
