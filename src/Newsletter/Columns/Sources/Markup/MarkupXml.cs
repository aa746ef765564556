using System.Text.RegularExpressions;
using System.Xml;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>Strict XML that asks for nothing outside of it, and says its faults in words.</summary>
internal static partial class MarkupXml
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        Async = false,
    };

    public static XmlReader Open(MarkupReader text) => XmlReader.Create(text, Strict);

    public static Refusal Fault(XmlException fault, string name) =>
        new(
            $"{name} is broken XML: {(fault.LineNumber > 0 ? $"line {fault.LineNumber}: " : "")}{Sentence(fault.Message)} Export or fetch it again, or mend that line.",
            fault
        );

    // .NET ends its sentence with "Line 90, position 3.", and line and position are told already.
    private static string Sentence(string message) => Where().Replace(message, "").Trim();

    [GeneratedRegex(@"\s*Line \d+, position \d+\.\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Where();
}
