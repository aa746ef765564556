using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Newsletter.Tests.Rendering;

/// <summary>One way in which a mail program shows a mail, as a browser can show it.</summary>
/// <param name="LeastContrast">4.5 where the colours are ours, 3 where the program has changed them.</param>
internal sealed partial record View(
    string Name,
    Func<string, string> Seen,
    double LeastContrast = 4.5,
    ColorScheme Scheme = ColorScheme.Light,
    bool IsInverted = false,
    int MostOfColumn = 640
)
{
    private static readonly int[] s_widths = [320, 375, 600, 1200];

    public static IReadOnlyList<View> All { get; } =
    [
        new("light", WithPictures),
        new("dark", WithPictures, Scheme: ColorScheme.Dark),
        // Outlook.com marks what it has painted; here everything is.
        new("Outlook.com's dark", html => html.Replace("<html ", "<html data-ogsc data-ogsb ")),
        new("inverted", html => html, LeastContrast: 3, IsInverted: true),
        // The browser of the tests is off the network: pictures do not come.
        new("no pictures", html => html),
        new("no styles", html => Styles().Replace(html, "")),
        new("Outlook for Windows", InWord, MostOfColumn: 720),
    ];

    public static View Named(string name) => All.Single(view => view.Name == name);

    /// <summary>Word's window is no phone; elsewhere each mail sees two of four widths in each view, in turns.</summary>
    public IEnumerable<int> Widths(int turn) =>
        Name switch
        {
            "Outlook for Windows" => [1200],
            "light" or "no styles" => s_widths,
            _ => [s_widths[turn % 4], s_widths[(turn + 2) % 4]],
        };

    private static string WithPictures(string html) =>
        Sources()
            .Replace(
                html,
                "$1data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1200' height='800'/%3E$2"
            );

    /// <summary>Conditional comments are markup, media queries and max-width are nothing, a picture has its attribute's width.</summary>
    private static string InWord(string html) =>
        PictureWidths().Replace(MostWidths().Replace(Media().Replace(Conditional().Replace(html, "$1"), ""), ""), "$1");

    [GeneratedRegex("(<img [^>]*src=\")https://[^\"]*(\")", RegexOptions.None, 2000)]
    private static partial Regex Sources();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, 2000)]
    private static partial Regex Styles();

    [GeneratedRegex(@"<!--\[if mso\]>(.*?)<!\[endif\]-->", RegexOptions.Singleline, 2000)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", RegexOptions.None, 2000)]
    private static partial Regex Media();

    [GeneratedRegex("max-width:[^;\"]*;?", RegexOptions.None, 2000)]
    private static partial Regex MostWidths();

    [GeneratedRegex("(<img [^>]*style=\"[^\"]*)width:100%;", RegexOptions.None, 2000)]
    private static partial Regex PictureWidths();
}
