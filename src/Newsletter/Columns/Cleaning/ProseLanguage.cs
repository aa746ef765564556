using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning;

/// <summary>Recognises the language of prose by its commonest small words; says nothing where it is not sure.</summary>
internal static partial class ProseLanguage
{
    // Below this many known words chance decides.
    private const int FewestHits = 5;

    // The best language must stand clear of the second: close relatives share half their small words.
    private const double Lead = 1.25;

    private const int Enough = 4000;

    private static readonly FrozenDictionary<string, FrozenSet<string>> SmallWords = new Dictionary<string, string>
    {
        ["fr"] =
            "le la les un une des du de et est sont en dans que qui ne pas plus pour par sur avec ce cette ces il elle ils nous vous au aux se son sa ses leur leurs mais ou où comme tout même être avoir fait aussi entre sans sous dont donc l d qu c n s j",
        ["en"] =
            "the a an of and is are was were in on that which who not no more for by with this these those it he she they we you at as to from but or be been have has had will would can could their its his her our your there what when than then",
        ["de"] =
            "der die das ein eine einen dem den des und ist sind war im in zu von mit auf für nicht auch sich er sie es wir ihr als an aus bei nach wie dass aber oder wenn nur noch über werden wird haben hat kann durch zum zur",
        ["es"] =
            "el la los las un una de del y es son en que no más para por con sobre este esta estos él ella ellos nosotros al se su sus pero o como todo también entre sin lo le les ha han fue muy ya cuando donde hay",
        ["it"] =
            "il lo la i gli le un una di del della dei delle e è sono in che non più per con su questo questa questi lui lei noi voi al alla si suo sua suoi ma o come tutto anche tra fra senza ha hanno era molto già quando dove nel nella",
        ["pt"] =
            "o a os as um uma de do da dos das e é são em que não mais para por com sobre este esta estes ele ela eles nós ao se seu sua seus mas ou como tudo também entre sem no na nos nas foi muito já quando onde há pelo pela",
        ["nl"] =
            "de het een van en is zijn was in op dat die niet geen meer voor door met dit deze hij zij ze we wij u aan als te uit bij naar maar of er ook om dan nog wel worden wordt hebben heeft kan over zich hun haar",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>ISO 639-1, or null.</summary>
    public static string? Of(string prose)
    {
        var words = Word().Matches(prose).Take(Enough).Select(match => match.Value).ToList();
        var scores = SmallWords
            .Select(language => (language.Key, Hits: words.Count(language.Value.Contains)))
            .OrderByDescending(score => score.Hits)
            .ToList();
        var (best, hits) = scores[0];
        return hits >= FewestHits && hits >= words.Count * 0.15 && hits >= scores[1].Hits * Lead ? best : null;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
