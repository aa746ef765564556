using System.Text;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>The encoding that a name means on the web, which is not always the one it says.</summary>
internal static class EncodingNames
{
    /// <summary>Null for a name that nobody knows, and for UTF-7, by which text is smuggled.</summary>
    public static Encoding? Of(string? name)
    {
        var plain = name?.Trim().Trim('"', '\'').Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(plain) || plain is "utf-7" or "unicode-1-1-utf-7" or "x-user-defined")
            return null;
        // The Encoding Standard of WHATWG: servers that say the first mean the second, and lose nothing by it.
        plain = plain switch
        {
            "utf8" or "u8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" =>
                "windows-1252",
            "ansi" or "cp1252" or "x-cp1252" or "windows1252" or "iso88591" => "windows-1252",
            "cp1251" or "x-cp1251" or "win-1251" or "windows1251" => "windows-1251",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "uhc" => "ks_c_5601-1987",
            "sjis" or "shift-jis" or "x-sjis" or "windows-31j" or "cp932" => "shift_jis",
            "latin9" or "latin-9" or "iso8859-15" => "iso-8859-15",
            _ => plain,
        };
        return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? BuiltIn(plain);
    }

    private static Encoding? BuiltIn(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
