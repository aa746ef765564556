using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>What stands in place of each <see cref="Mark"/>.</summary>
/// <param name="Name">Empty where none is known.</param>
internal sealed record ReaderValues(string Name, string Address, string UnsubscribeUrl)
{
    /// <summary>For the page that everybody sees in the browser: nobody's name, and a page in place of anybody's link.</summary>
    public static ReaderValues Nobody(string unsubscribePage) => new("", "", unsubscribePage);

    public static bool Knows(string mark) =>
        mark == Mark.UnsubscribeUrl || mark == Mark.ReaderName || mark == Mark.ReaderAddress;

    /// <param name="mark">With its two private-use characters.</param>
    public string Of(string mark) =>
        mark == Mark.UnsubscribeUrl ? UnsubscribeUrl
        : mark == Mark.ReaderName ? Name
        : mark == Mark.ReaderAddress ? Address
        : throw new InvalidOperationException($"The mark \"{mark}\" is not known.");
}
