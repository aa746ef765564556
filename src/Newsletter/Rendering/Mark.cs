using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>
/// A place in a rendered issue where a reader's value goes. Written between two private-use characters, which
/// readers of sources strip from every column, so no content can forge one.
/// </summary>
internal static class Mark
{
    public const char Opening = '\uE000';
    public const char Closing = '\uE001';

    /// <summary>Between the name of a mark and its default.</summary>
    public const char DefaultSeparator = '|';

    /// <summary>The address at which this reader leaves. With that at which they choose, all that differs by reader of an issue's links.</summary>
    public static string UnsubscribeUrl { get; } = Named("unsubscribe_url");

    /// <summary>The address at which this reader chooses what they receive.</summary>
    public static string PreferencesUrl { get; } = Named("preferences_url");

    /// <summary>Of a service mail: the address at which this reader confirms, or takes back.</summary>
    public static string ActionUrl { get; } = Named("action_url");

    /// <summary>The reader's name; empty where none is known.</summary>
    public static string ReaderName { get; } = Named("reader_name");

    /// <summary>The address this message goes to.</summary>
    public static string ReaderAddress { get; } = Named("reader_address");

    public static bool Is(string text) => text.Length > 2 && text[0] == Opening && text[^1] == Closing;

    /// <summary>The mark, with what stands in its place for a reader of whom the value is not known.</summary>
    public static string WithDefault(string mark, string instead) =>
        $"{mark[..^1]}{DefaultSeparator}{CleanText.OneLine(instead)}{Closing}";

    private static string Named(string name) => $"{Opening}{name}{Closing}";
}
