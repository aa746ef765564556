namespace Newsletter.Columns.Cleaning;

/// <summary>A mark that opens and closes around words, and the signs that hold its place in a text being read.</summary>
internal enum InlineMark
{
    Strong,
    Emphasis,
    Strikethrough,
    Superscript,
    Subscript,
    Code,
    Link,
}
