namespace Newsletter.Columns.Cleaning;

/// <summary>What a tag means for a column.</summary>
internal enum HtmlMeaning
{
    /// <summary>No tag of HTML: it may be prose, such as "&lt;3" or an address in angle brackets.</summary>
    Unknown,

    /// <summary>HTML that a column has no place for; its text is kept.</summary>
    Foreign,
    Mark,
    Link,
    LineBreak,
    BlockBreak,
    ListItem,
    Heading,
    Separator,
    Picture,
    Media,
}
