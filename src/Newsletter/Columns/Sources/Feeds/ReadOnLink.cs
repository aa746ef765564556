using System.Collections.Frozen;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The last line of a column that has only the beginning of its text: where the rest stands, in its language.</summary>
internal static class ReadOnLink
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["ar"] = "تابع القراءة على",
        ["ca"] = "Continueu llegint a",
        ["cs"] = "Číst dál na",
        ["da"] = "Læs videre på",
        ["de"] = "Weiterlesen auf",
        ["el"] = "Διαβάστε τη συνέχεια στο",
        ["en"] = "Read on at",
        ["es"] = "Seguir leyendo en",
        ["fi"] = "Lue lisää:",
        ["fr"] = "Lire la suite sur",
        ["he"] = "להמשך קריאה:",
        ["hu"] = "Tovább:",
        ["it"] = "Continua a leggere su",
        ["ja"] = "続きを読む:",
        ["ko"] = "계속 읽기:",
        ["nb"] = "Les videre på",
        ["nl"] = "Verder lezen op",
        ["no"] = "Les videre på",
        ["pl"] = "Czytaj dalej na",
        ["pt"] = "Continuar a ler em",
        ["ro"] = "Citește mai departe pe",
        ["ru"] = "Читать далее на",
        ["sv"] = "Läs vidare på",
        ["tr"] = "Devamını okuyun:",
        ["uk"] = "Читати далі на",
        ["ur"] = "مزید پڑھیں:",
        ["zh"] = "继续阅读:",
    }.ToFrozenDictionary();

    public static Block To(string address, string? language)
    {
        var host = new Uri(address).Host;
        var site = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        var words = Words.GetValueOrDefault(language ?? "en", Words["en"]);
        return new Block.Paragraph([new Inline.Link(address, [new Inline.Text($"{words} {site}")])]);
    }
}
