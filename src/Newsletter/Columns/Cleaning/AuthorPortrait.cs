using System.Text.RegularExpressions;
using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning;

/// <summary>The portrait of an author, where a source's address of one shows the person.</summary>
internal static partial class AuthorPortrait
{
    /// <param name="page">What a relative address is resolved against.</param>
    /// <returns>Null where there is none, or one that may be a stand-in.</returns>
    public static Picture? Of(string? written, string? page, string name) =>
        WebAddress.OfPage(written, page) is { } address && !StandsIn().IsMatch(address)
            ? new Picture(address, OneLine.Cleaned(name))
            : null;

    // Gravatar answers an address with the person's picture or with one of nobody, and the address does not say which
    // (https://gravatar.com/site/implement/images/): WordPress makes one, "d=mm" in it, for whoever has an account. The
    // stand-ins of WordPress, its plugins and its themes lie in their own folders, and what people upload does not.
    [GeneratedRegex(
        @"gravatar|/avatar/[0-9a-f]{32}|/wp-content/(?:mu-plugins|plugins|themes)/|/wp-(?:includes|admin)/",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex StandsIn();
}
