namespace Newsletter.Rendering;

/// <summary>Which way a language is written.</summary>
internal static class Direction
{
    public static string Of(string language) => IsRightToLeft(language) ? "rtl" : "ltr";

    public static string StartOf(string language) => IsRightToLeft(language) ? "right" : "left";

    public static string EndOf(string language) => IsRightToLeft(language) ? "left" : "right";

    private static bool IsRightToLeft(string language) =>
        language is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "ckb";
}
