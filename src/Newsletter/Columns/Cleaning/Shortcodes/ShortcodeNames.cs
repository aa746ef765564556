using System.Collections.Frozen;

namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>The shortcodes that are known: those of every site, and those that the settings name.</summary>
internal sealed class ShortcodeNames
{
    /// <summary>Without any settings.</summary>
    public static ShortcodeNames Usual { get; } = new(FrozenDictionary<string, ShortcodeKind>.Empty);

    // These are words too, and people write "[note]" in prose: such a bracket needs a closing tag or an attribute.
    private static readonly FrozenSet<string> Words = Set(
        "note ref fn quote citation blockquote code source video audio film button bouton link url row column columns col heading title caption legende highlight image photo section box tab toggle testimonial aside separator divider space embed list table figure b i s u em strong left right center centre gallery galerie clear lead intro span div message info warning alert tip"
    );

    private static readonly FrozenDictionary<string, ShortcodeKind> Kinds = Table();

    private readonly FrozenDictionary<string, ShortcodeKind> own;

    private ShortcodeNames(FrozenDictionary<string, ShortcodeKind> own) => this.own = own;

    /// <summary>Those that the settings name, as <see cref="KeyOf"/> writes them.</summary>
    public IReadOnlyDictionary<string, ShortcodeKind> Own => own;

    /// <param name="own">They go before those of every site.</param>
    public static ShortcodeNames With(IEnumerable<(string Name, ShortcodeKind Kind)> own) =>
        new(own.ToFrozenDictionary(one => KeyOf(one.Name), one => one.Kind));

    /// <summary>Capitals do not count, and a hyphen is an underscore.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant().Replace('-', '_');

    public ShortcodeKind KindOf(string name)
    {
        var key = KeyOf(name);
        if (own.TryGetValue(key, out var kind) || Kinds.TryGetValue(key, out kind))
            return kind;
        // Themes number and place their variants: pullquote_right, one_half_last, su_pullquote, vc_column_2.
        var bare = key.Replace("_", "", StringComparison.Ordinal);
        return bare switch
        {
            _ when bare.Contains("pullquote", StringComparison.Ordinal) => ShortcodeKind.PullQuote,
            _ when bare.Contains("blockquote", StringComparison.Ordinal) => ShortcodeKind.Quotation,
            _ when bare.Contains("dropcap", StringComparison.Ordinal) => ShortcodeKind.Dress,
            _ when bare.Contains("footnote", StringComparison.Ordinal) => ShortcodeKind.Note,
            _ when bare.Contains("button", StringComparison.Ordinal) => ShortcodeKind.Button,
            _ when bare.Contains("youtube", StringComparison.Ordinal) => ShortcodeKind.Embed,
            _ when bare.Contains("vimeo", StringComparison.Ordinal) => ShortcodeKind.Embed,
            _ when bare.Contains("gallery", StringComparison.Ordinal) => ShortcodeKind.Gallery,
            _ when key.Contains("_column", StringComparison.Ordinal) => ShortcodeKind.Box,
            _ when key.Contains("_row", StringComparison.Ordinal) => ShortcodeKind.Box,
            _ when Fraction(key) => ShortcodeKind.Box,
            _ => ShortcodeKind.Unknown,
        };
    }

    public bool IsOwn(string name) => own.ContainsKey(KeyOf(name));

    public static bool IsWord(string name) => Words.Contains(name);

    private static bool Fraction(string key) =>
        key.Split('_') is [("one" or "two" or "three" or "four" or "five"), var part, ..]
        && part is "half" or "third" or "thirds" or "fourth" or "fourths" or "quarter" or "fifth" or "sixth";

    private static FrozenDictionary<string, ShortcodeKind> Table()
    {
        var table = new Dictionary<string, ShortcodeKind>();
        Add(ShortcodeKind.PullQuote, "pullquote pull_quote pq exergue citation_exergue callout_quote");
        Add(ShortcodeKind.Quotation, "quote blockquote citation testimonial su_quote");
        Add(ShortcodeKind.Figure, "caption wp_caption legende figure image img photo vc_single_image");
        Add(ShortcodeKind.Gallery, "gallery galerie nggallery ngg slideshow slider rev_slider carousel");
        Add(
            ShortcodeKind.Embed,
            "embed youtube vimeo dailymotion audio video film playlist soundcloud spotify twitter tweet instagram facebook tiktok flickr slideshare ted googlemaps map iframe wpvideo mixcloud deezer bandcamp podcast"
        );
        Add(ShortcodeKind.Note, "footnote footnotes ref note fn efn_note mfn sidenote");
        Add(ShortcodeKind.Button, "button bouton btn cta su_button vc_btn");
        Add(ShortcodeKind.Link, "url link lien a email");
        Add(ShortcodeKind.Code, "code sourcecode source php html css javascript");
        Add(ShortcodeKind.Heading, "heading title titre su_heading h2 h3 h4 h5 h6 vc_custom_heading subheading");
        Add(
            ShortcodeKind.Separator,
            "separator divider hr line su_divider vc_separator spacer space su_spacer vc_empty_space clear"
        );
        Add(
            ShortcodeKind.Box,
            "column columns col cols row section container box encadre su_row su_column su_box vc_row vc_column vc_column_text et_pb_section et_pb_row et_pb_text group div message info warning alert tip aside left right center centre list su_list su_note notice callout half third content tabs accordion accordions toggles lead intro chapo"
        );
        Add(ShortcodeKind.TitledBox, "toggle tab accordion_item su_spoiler spoiler su_tab faq");
        Add(
            ShortcodeKind.Dress,
            "dropcap drop_cap lettrine highlight surligne su_highlight su_dropcap tooltip span color size font u abbr"
        );
        Add(ShortcodeKind.Strong, "b strong bold gras");
        Add(ShortcodeKind.Emphasis, "i em italic italique");
        return table.ToFrozenDictionary();

        void Add(ShortcodeKind kind, string names)
        {
            foreach (var name in names.Split(' '))
                table.TryAdd(name, kind);
        }
    }

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
