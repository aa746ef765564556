namespace Newsletter.Tests.Rendering;

/// <summary>The mails that are no issue on which every rule must hold, each of them for every kind.</summary>
internal static class ServiceCases
{
    private const string Sentence = "J'accepte de recevoir \"La Lettre\": tous les mois, et rien d'autre!";

    private static readonly Dictionary<string, Func<ServiceCase>> s_all = new()
    {
        ["minimal"] = () => new(Issues.Publication("fr")),
        ["full-fr"] = () => ServiceCase.Full("fr", "La Lettre des marées", Sentence, "Anaïs Œuvré"),
        ["full-en"] = () =>
            ServiceCase.Full("en", "The \"Tidal\" Letter", "I agree to get it - once a month...", "Ada Wren"),
        ["full-de"] = () =>
            ServiceCase.Full("de", "Der Gezeitenbrief", "Ich möchte „Der Gezeitenbrief“ erhalten.", "Jörg Groß"),
        ["full-ar"] = () =>
            ServiceCase.Full("ar", "رسالة المد والجزر", "أوافق على تلقي الرسالة كل شهر.", "ليلى الشاطئ"),
        ["long-title"] = () =>
            ServiceCase.Full("fr", LongTitle(40), string.Join(' ', Enumerable.Repeat(Sentence, 12)), LongTitle(12)) with
            {
                Publication = WithoutLogo("fr", LongTitle(40)),
            },
        ["long-words"] = () =>
            ServiceCase.Full("en", "", new string('s', 900), new string('n', 300)) with
            {
                Publication = WithoutLogo("en", new string('W', 400)),
            },
        ["markup"] = () =>
            ServiceCase.Full(
                "en",
                "<b>Tides</b> & \"co\" --> {{ 7*7 }}",
                "</td></table> &amp; {0} *|FNAME|*",
                "<i>"
            ) with
            {
                IsAboutMarkup = true,
                Publication = WithoutLogo("en", "<b>Tides</b> & \"co\" --> {{ 7*7 }} {1}"),
            },
        ["control-characters"] = () =>
            ServiceCase.Full(
                "fr",
                "",
                "J'accepte\u0007\r\nde\u2028recevoir \uE000reader_name\uE001 tout.",
                "A\r\nBcc: b"
            ) with
            {
                Publication = WithoutLogo("fr", "La\u0000 Let\r\ntre\uE000unsubscribe_url\uE001 \uD800\uFFFE"),
            },
        ["emoji"] = () => ServiceCase.Full("fr", "🎉 👩‍👩‍👧‍👦 Fêtes", "J'accepte 👍🏽!", "🎈 Zoé 🇫🇷"),
        ["ideographs"] = () =>
            ServiceCase.Full(
                "ja",
                "潮の便り",
                "毎月の便りを受け取ることに同意します。いつでもやめることができ、その際に理由を述べる必要はありません。毎月の便りを受け取ることに同意します。",
                "山田 花子"
            ),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static ServiceCase Named(string name) => s_all[name]();

    private static Newsletter.Rendering.PublicationInput WithoutLogo(string language, string title) =>
        Issues.Publication(language) with
        {
            Title = title,
            SenderName = $"Association des marées {title}",
        };

    private static string LongTitle(int words) =>
        string.Join(' ', Enumerable.Range(1, words).Select(n => n % 4 == 0 ? "marées," : "l'estuaire"));
}
