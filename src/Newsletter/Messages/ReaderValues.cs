using Newsletter.Addresses;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>What stands in place of each <see cref="Mark"/>.</summary>
/// <param name="Name">Empty where none is known.</param>
/// <param name="ActionUrl">Where the button of a service mail leads; null for an issue.</param>
internal sealed record ReaderValues(string Name, string Address, string UnsubscribeUrl, string? ActionUrl = null)
{
    /// <summary>Where the reader chooses: the same token opens both, and a mail that is forwarded takes both along.</summary>
    public string PreferencesUrl => SiteOptions.Preferences(UnsubscribeUrl);

    /// <summary>For the page that everybody sees in the browser: nobody's name, and a page in place of anybody's link.</summary>
    public static ReaderValues Nobody(string unsubscribePage) => new("", "", unsubscribePage);

    public ReaderInput Input => new(Name.Length == 0 ? null : Name, Address, UnsubscribeUrl, PreferencesUrl);

    public static bool Knows(string mark) =>
        mark == Mark.UnsubscribeUrl
        || mark == Mark.PreferencesUrl
        || mark == Mark.ReaderName
        || mark == Mark.ReaderAddress
        || mark == Mark.ActionUrl;

    /// <param name="mark">With its two private-use characters.</param>
    public string Of(string mark) =>
        mark == Mark.UnsubscribeUrl ? UnsubscribeUrl
        : mark == Mark.PreferencesUrl ? PreferencesUrl
        : mark == Mark.ReaderName ? Name
        : mark == Mark.ReaderAddress ? Address
        : mark == Mark.ActionUrl && ActionUrl is not null ? ActionUrl
        : throw new InvalidOperationException($"The mark \"{mark}\" is not known.");
}
