using System.Collections.Frozen;

namespace Newsletter.Columns.Cleaning;

/// <summary>The tags that are known, and their meaning: extend this table, not the readers.</summary>
internal static class HtmlNames
{
    private static readonly FrozenDictionary<string, HtmlMeaning> Meanings = Table();

    private static readonly FrozenDictionary<string, InlineMark> Marks = new Dictionary<string, InlineMark>
    {
        ["b"] = InlineMark.Strong,
        ["strong"] = InlineMark.Strong,
        ["i"] = InlineMark.Emphasis,
        ["em"] = InlineMark.Emphasis,
        ["cite"] = InlineMark.Emphasis,
        ["dfn"] = InlineMark.Emphasis,
        ["var"] = InlineMark.Emphasis,
        ["s"] = InlineMark.Strikethrough,
        ["del"] = InlineMark.Strikethrough,
        ["strike"] = InlineMark.Strikethrough,
        ["sup"] = InlineMark.Superscript,
        ["sub"] = InlineMark.Subscript,
        ["code"] = InlineMark.Code,
        ["kbd"] = InlineMark.Code,
        ["samp"] = InlineMark.Code,
        ["tt"] = InlineMark.Code,
    }.ToFrozenDictionary();

    public static HtmlMeaning MeaningOf(string name) => Meanings.GetValueOrDefault(name, HtmlMeaning.Unknown);

    public static InlineMark MarkOf(string name) => Marks[name];

    private static FrozenDictionary<string, HtmlMeaning> Table()
    {
        var table = new Dictionary<string, HtmlMeaning>();
        Add(HtmlMeaning.Mark, "b strong i em cite dfn var s del strike sup sub code kbd samp tt");
        Add(HtmlMeaning.Link, "a");
        Add(HtmlMeaning.LineBreak, "br");
        Add(
            HtmlMeaning.BlockBreak,
            "p div section article header footer main aside figure figcaption center ul ol dl dd dt table thead tbody tfoot tr caption blockquote pre address hgroup details summary"
        );
        Add(HtmlMeaning.ListItem, "li");
        Add(HtmlMeaning.Heading, "h1 h2 h3 h4 h5 h6");
        Add(HtmlMeaning.Separator, "hr");
        Add(HtmlMeaning.Picture, "img");
        Add(HtmlMeaning.Media, "iframe video audio embed object");
        Add(
            HtmlMeaning.Foreign,
            "span u font small big ins mark q abbr acronym bdi bdo ruby rt rp rb wbr nobr time data meter progress label button form input select option textarea fieldset legend nav menu map area picture source track param svg path g math template slot noscript script style link meta title html head body base col colgroup td th marquee blink dir basefont frame frameset noframes canvas dialog output"
        );
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(HtmlMeaning meaning, string names)
        {
            foreach (var name in names.Split(' '))
                table.Add(name, meaning);
        }
    }
}
