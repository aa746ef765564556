using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Newsletter.Addresses;

namespace Newsletter.Publications;

/// <summary>What each setting of a publication may be. Every method returns the value as it is kept, or refuses with a sentence.</summary>
internal static partial class PublicationRules
{
    // What this site has beside the publications, now or soon; "subscribe" and "form" would read as the page of another.
    private static readonly FrozenSet<string> Pages = FrozenSet.Create(
        "api",
        "confirm",
        "desk",
        "feed",
        "form",
        "fresh-link",
        "health",
        "metrics",
        "my-data",
        "new-address",
        "preferences",
        "preview",
        "subscribe",
        "unsubscribe"
    );

    public static string Slug(string? slug)
    {
        var value = slug?.Trim() ?? "";
        // RFC 1035 section 2.3.4: the slug is one label of the List-Id, 63 octets at most.
        if (Pages.Contains(value))
            throw new Refusal($"\"{value}\" is the address of a page of this site; choose another slug.");
        return SlugForm().IsMatch(value)
            ? value
            : throw new Refusal(
                $"\"{value}\" cannot be a slug; use 1 to 63 lower-case letters, digits and hyphens, such as \"the-weekly\"."
            );
    }

    public static string Title(string? title)
    {
        var value = title?.Trim() ?? "";
        if (value.Length is 0 or > 200)
            throw new Refusal("A publication needs a title of 1 to 200 characters (--title).");
        if (!OneLine.Is(value))
            throw new Refusal("The title holds a line break or control character; write it on one line.");
        return value;
    }

    public static string Language(string? language)
    {
        var value = language?.Trim().ToLowerInvariant() ?? "";
        return LanguageForm().IsMatch(value) && IsKnownLanguage(value[..2])
            ? value[..2]
            : throw new Refusal($"\"{language}\" is no language; use a two-letter code such as fr or en.");
    }

    public static string Zone(string? zone)
    {
        var value = zone?.Trim() ?? "";
        return TimeZoneInfo.TryFindSystemTimeZoneById(value, out var found) && value.Length > 0
            ? found.Id
            : throw new Refusal($"\"{value}\" is no time zone; use a name such as Europe/Paris.");
    }

    public static string? PostalAddress(string? address)
    {
        var value = address
            ?.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Trim();
        return string.IsNullOrEmpty(value) ? null
            : value.Length > 500 ? throw new Refusal("A postal address has at most 500 characters (--postal-address).")
            : value;
    }

    public static string? Domain(string? domain)
    {
        var value = domain?.Trim();
        return string.IsNullOrEmpty(value) ? null
            : EmailAddress.TryParse($"bounce@{value}", out var address) ? address.Domain
            : throw new Refusal($"\"{value}\" is no domain; use a name such as bounce.example.org.");
    }

    public static string? Retries(string? retries)
    {
        var value = retries?.Trim();
        return string.IsNullOrEmpty(value) ? null
            : value.Length <= 200 && RetryPlan.TryParse(value, TimeSpan.MaxValue, out _) ? value
            : throw new Refusal(
                $"\"{value}\" is no list of waits; write it as \"5m,15m,45m,2h,4h,…\", where … repeats the last (--retries)."
            );
    }

    public static string? GiveUpAfter(string? duration)
    {
        var value = duration?.Trim();
        return string.IsNullOrEmpty(value) ? null
            : value.Length <= 20 && Durations.TryParse(value, out var after) && after > TimeSpan.Zero ? value
            : throw new Refusal($"\"{value}\" is no duration; use one such as 4d, 12h or 90m (--give-up-after).");
    }

    public static string? SignUpSentence(string? sentence)
    {
        var value = sentence?.Trim();
        return string.IsNullOrEmpty(value) ? null
            : value.Length > 1000
                ? throw new Refusal("What readers agree to has at most 1,000 characters (--sign-up-sentence).")
            : OneLine.Is(value) ? value
            : throw new Refusal(
                "What readers agree to holds a line break or control character; write it on one line (--sign-up-sentence)."
            );
    }

    public static bool SignUp(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "open" => true,
            "closed" => false,
            _ => throw new Refusal($"\"{word}\" says not who may sign up; it can be open or closed (--sign-up)."),
        };

    public static WelcomeMail Welcome(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "off" => WelcomeMail.None,
            "on" => WelcomeMail.Plain,
            "latest" => WelcomeMail.WithLatestIssue,
            _ => throw new Refusal(
                $"\"{word}\" is no welcome; it can be off, on, or latest for one that carries the latest issue (--welcome)."
            ),
        };

    public static bool Goodbye(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "off" => false,
            "on" => true,
            _ => throw new Refusal($"\"{word}\" is no goodbye; it can be off or on (--goodbye)."),
        };

    public static UnknownPolicy Unknown(string policy) =>
        policy.Trim().ToLowerInvariant() switch
        {
            "send-again" => UnknownPolicy.SendAgain,
            "hold" => UnknownPolicy.Hold,
            _ => throw new Refusal(
                $"\"{policy}\" is no policy for unknown messages; it can be send-again or hold (--unknown)."
            ),
        };

    private static bool IsKnownLanguage(string code) =>
        CultureInfo
            .GetCultures(CultureTypes.NeutralCultures)
            // The culture of no language calls itself "iv".
            .Any(culture => culture.Name.Length > 0 && culture.TwoLetterISOLanguageName == code);

    [GeneratedRegex(
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex SlugForm();

    [GeneratedRegex("^[a-z]{2}([-_][a-z]{2,4})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex LanguageForm();
}
