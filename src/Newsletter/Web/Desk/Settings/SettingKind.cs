namespace Newsletter.Web.Desk;

/// <summary>As what a setting is typed.</summary>
internal enum SettingKind
{
    Line,
    Lines,
    Colour,
    Number,

    /// <summary>One of a few words.</summary>
    Choice,
}
