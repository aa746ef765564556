using System.Collections.Frozen;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Elements by how HTML reads them (HTML Standard, sections 13.1.2 and 13.2.4.3).</summary>
internal static class MarkupNames
{
    public static readonly FrozenSet<string> Void = Set(
        "area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen"
    );

    /// <summary>Their end may be left out, for the next one or their parent's end closes them: they never pile up.</summary>
    public static readonly FrozenSet<string> ClosedByOthers = Set(
        "html head body p li dt dd tr td th tbody thead tfoot colgroup option optgroup rt rp"
    );

    /// <summary>The formatting elements, which HTML opens again in each block that follows.</summary>
    public static readonly FrozenSet<string> Reopened = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>What stands in them is no text of the page.</summary>
    public static readonly FrozenSet<string> Opaque = Set(
        "script style textarea title iframe noembed noframes xmp plaintext svg template"
    );

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
