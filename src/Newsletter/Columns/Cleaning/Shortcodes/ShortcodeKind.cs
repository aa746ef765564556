namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>What a shortcode stands for in a column.</summary>
internal enum ShortcodeKind
{
    Unknown,
    PullQuote,
    Quotation,
    Figure,
    Gallery,
    Embed,
    Note,
    Button,
    Link,
    Code,
    Heading,
    Separator,

    /// <summary>A box around blocks: only its content is the column's.</summary>
    Box,

    /// <summary>A box with a title of its own, which becomes a heading.</summary>
    TitledBox,

    /// <summary>A dress for words: only the words are the column's.</summary>
    Dress,
    Strong,
    Emphasis,

    /// <summary>An advertisement, a form: neither it nor what stands in it is the column's.</summary>
    Drop,
}
