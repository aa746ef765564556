using System.Xml;
using System.Xml.Linq;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>
/// Reads WordPress's own export (WXR 1.0 to 1.2) of any size. It is read twice: pictures stand anywhere in it, and a
/// file that is broken at its end gives nothing rather than a half.
/// </summary>
internal static class WordPressExport
{
    private const int LargestItem = 50_000_000;

    /// <summary>Reads the whole file once, and holds of it only its people and the addresses of its pictures.</summary>
    /// <param name="bytes">Can be set back to its beginning; stays open as long as the export is read.</param>
    /// <param name="types">Which kinds of its posts are asked for.</param>
    /// <exception cref="Refusal">It is broken, or no export.</exception>
    public static OpenedExport Open(Stream bytes, string name, ExportTypes types, CancellationToken cancel)
    {
        var encoding = MarkupEncoding.Of(bytes, name, contentType: null);
        var export = new OpenedExport(bytes, name, types, encoding);
        export.Scan(cancel);
        return export;
    }

    /// <summary>What stands in the channel, piece by piece: first what the site is, then its items.</summary>
    internal static IEnumerable<XElement> Elements(
        Stream bytes,
        string name,
        MarkupEncoding encoding,
        CancellationToken cancel
    )
    {
        bytes.Position = encoding.MarkLength;
        using var decoded = new StreamReader(bytes, encoding.Encoding, false, 64 * 1024, leaveOpen: true);
        using var text = new MarkupReader(decoded, name) { LargestPiece = LargestItem };
        using var reader = MarkupXml.Open(text);
        Step(name, () => reader.MoveToContent());
        if (reader.LocalName is not "rss")
            throw new Refusal(
                $"{name} is no WordPress export: its root is <{reader.Name}>, and that of an export is <rss>."
            );
        while (!reader.EOF)
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.NodeType is not XmlNodeType.Element || IsFrame(reader))
            {
                Step(name, () => reader.Read());
                continue;
            }
            text.Mark();
            yield return Step(name, () => (XElement)XNode.ReadFrom(reader));
        }
    }

    // The root, and the channel in it.
    private static bool IsFrame(XmlReader reader) =>
        reader.Depth == 0 || (reader.Depth == 1 && reader.LocalName is not "item");

    private static T Step<T>(string name, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (XmlException fault)
        {
            throw MarkupXml.Fault(fault, name);
        }
    }
}
