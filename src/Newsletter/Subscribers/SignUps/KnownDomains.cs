using Newsletter.Addresses;

namespace Newsletter.Subscribers.SignUps;

/// <summary>The domains where most people have their mail, and what is nearly one of them.</summary>
internal static class KnownDomains
{
    // Shorter names are a letter away from too many others that exist.
    private const int ShortestName = 4;

    // In the order in which they are guessed.
    private static readonly string[] s_providers =
    [
        "gmail.com",
        "hotmail.com",
        "hotmail.fr",
        "yahoo.com",
        "yahoo.fr",
        "outlook.com",
        "outlook.fr",
        "orange.fr",
        "wanadoo.fr",
        "laposte.net",
        "free.fr",
        "icloud.com",
        "live.fr",
        "live.com",
        "protonmail.com",
        "proton.me",
        "sfr.fr",
        "neuf.fr",
        "bbox.fr",
        "numericable.fr",
        "club-internet.fr",
        "aliceadsl.fr",
        "aol.com",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "gmx.fr",
        "web.de",
        "t-online.de",
        "freenet.de",
        "msn.com",
        "me.com",
        "mac.com",
        "googlemail.com",
        "ymail.com",
        "rocketmail.com",
        "mail.com",
        "email.com",
        "fastmail.com",
        "zoho.com",
        "yahoo.co.uk",
        "yahoo.ca",
        "yahoo.de",
        "yahoo.es",
        "yahoo.it",
        "hotmail.co.uk",
        "hotmail.be",
        "hotmail.ca",
        "hotmail.ch",
        "hotmail.de",
        "hotmail.es",
        "hotmail.it",
        "outlook.be",
        "outlook.de",
        "outlook.es",
        "live.be",
        "live.ca",
        "live.co.uk",
        "live.nl",
        "bluewin.ch",
        "skynet.be",
        "telenet.be",
        "videotron.ca",
        "sympatico.ca",
        "libero.it",
        "virgilio.it",
        "tiscali.it",
        "terra.es",
        "telefonica.net",
        "sapo.pt",
        "ziggo.nl",
        "btinternet.com",
        "comcast.net",
        "verizon.net",
        "att.net",
        "sbcglobal.net",
        "cox.net",
        "mail.ru",
        "yandex.ru",
        "qq.com",
        "163.com",
        "126.com",
        "naver.com",
        "seznam.cz",
        "wp.pl",
        "onet.pl",
    ];

    // These take mail under one ending alone, so any other is a slip.
    private static readonly string[] s_ofOneEnding = ["gmail", "icloud", "protonmail", "wanadoo", "googlemail"];

    public static bool IsProvider(string domain) => s_providers.Contains(domain, StringComparer.Ordinal);

    /// <summary>The address that was probably meant; null where nothing speaks for a slip.</summary>
    public static EmailAddress? MeantOrNull(EmailAddress typed)
    {
        if (IsProvider(typed.Domain))
            return null;
        var name = typed.Domain[..typed.Domain.IndexOf('.', StringComparison.Ordinal)];
        var meant = Array.Find(s_providers, known => IsOneSlipAway(typed.Domain, known) || IsWrongEnding(name, known));
        return meant is not null && EmailAddress.TryParse($"{typed.Local}@{meant}", out var address) ? address : null;
    }

    private static bool IsWrongEnding(string name, string known) =>
        s_ofOneEnding.Contains(name, StringComparer.Ordinal) && known.StartsWith(name + ".", StringComparison.Ordinal);

    private static bool IsOneSlipAway(string typed, string known) =>
        known.IndexOf('.', StringComparison.Ordinal) >= ShortestName && Slips.IsOne(typed, known);
}
