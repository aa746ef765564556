using System.Xml;
using System.Xml.Linq;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// An SVG is a program for drawing. What reaches the renderer is written anew from what was parsed here: no document
/// type, so no entities; no pictures within it, which the renderer would decode without limit; and no more work than
/// <see cref="SvgBounds"/> allows.
/// </summary>
internal static class SafeSvg
{
    private const int Largest = 500_000;

    // What is no drawing, and filters, which a few words can keep busy for hours.
    private static readonly string[] Unwanted = ["foreignObject", "script", "include", "filter"];

    /// <exception cref="Refusal">It is no SVG, or holds what it may not.</exception>
    public static byte[] Of(byte[] bytes)
    {
        if (bytes.Length > Largest)
            throw TooMuch();
        var root = Parse(bytes);
        if (root.Name.LocalName != "svg")
            throw new Refusal("It is an XML document and no SVG.");
        if (root.Descendants().FirstOrDefault(IsPicture) is not null)
            throw new Refusal("It is an SVG with other pictures in it; save it as PNG.");
        root.Descendants().Where(element => Unwanted.Contains(element.Name.LocalName)).Remove();
        SvgBounds.Apply(root);
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written))
            root.Save(writer);
        return written.ToArray();
    }

    /// <summary>What is said of a drawing that would keep the renderer busy.</summary>
    public static Refusal TooMuch() =>
        new("It is an SVG of more than 500 KB or 20,000 parts, or draws its parts again too often; save it as PNG.");

    private static XElement Parse(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = Largest,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var stream = new MemoryStream(bytes);
            using var reader = XmlReader.Create(stream, settings);
            return XDocument.Load(reader).Root ?? throw new Refusal("It is an empty SVG.");
        }
        catch (XmlException fault)
        {
            throw new Refusal($"It is no valid SVG: line {fault.LineNumber} is no XML that can be read.", fault);
        }
    }

    private static bool IsPicture(XElement element) =>
        element.Name.LocalName is "image" or "feImage"
        && element
            .Attributes()
            .Any(attribute => attribute.Name.LocalName == "href" && !attribute.Value.TrimStart().StartsWith('#'));
}
