using System.Xml;
using System.Xml.Linq;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>Reads RSS 0.90 to 2.0, RDF and Atom 0.3 and 1.0, item by item.</summary>
internal sealed class XmlFeed(string name)
{
    private const int LargestItem = 20_000_000;
    private const int MostItems = 20_000;

    private readonly List<XElement> items = [];
    private FeedAround around = new(null, null, null, []);
    private string root = "";
    private string? title;
    private string? link;

    public FeedContent Read(TextReader decoded, List<string> notices)
    {
        using var text = new MarkupReader(decoded, name) { LargestPiece = LargestItem };
        try
        {
            using var reader = MarkupXml.Open(text);
            Root(reader);
            while (!reader.EOF)
                Node(reader, text, notices);
        }
        catch (XmlException fault)
        {
            throw MarkupXml.Fault(fault, name);
        }
        if (text.LeftOut > 0)
            notices.Add($"{text.LeftOut} control character(s) of {name}, which XML does not have, were left out.");
        // A feed may say its language and its page after its items.
        var read = items.ConvertAll(item => FeedItem.Read(item, around));
        return new FeedContent(title, link, around.Language, read, notices);
    }

    private void Root(XmlReader reader)
    {
        reader.MoveToContent();
        root = reader.NamespaceURI;
        if (reader.LocalName.ToLowerInvariant() is not ("rss" or "rdf" or "feed" or "channel"))
            throw new Refusal(
                reader.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase)
                    ? $"{name} is a page, not a feed; give the address of its feed (its source names it as rel=\"alternate\"), or add the page as one column (newsletter column add --format html)."
                    : $"{name} is XML, but no feed and no WordPress export: its root is <{reader.Name}>, and that of a feed is <rss>, <feed> or <rdf:RDF>."
            );
        Around(reader);
        reader.Read();
    }

    private void Node(XmlReader reader, MarkupReader text, List<string> notices)
    {
        if (reader.NodeType is not XmlNodeType.Element)
        {
            reader.Read();
            return;
        }
        if (FeedNames.IsItem(reader.LocalName, reader.NamespaceURI, root))
        {
            text.Mark();
            if (items.Count == MostItems)
                notices.Add($"{name} holds more than {MostItems} items; those after them were left out.");
            if (items.Count >= MostItems)
                reader.Skip();
            else
                items.Add((XElement)XNode.ReadFrom(reader));
        }
        else if (reader.LocalName is "channel")
        {
            Around(reader);
            reader.Read();
        }
        else if (reader.Depth <= 2 && FeedNames.OfAddress(reader.NamespaceURI) is not null && IsAsked(reader.LocalName))
            Property((XElement)XNode.ReadFrom(reader));
        else if (reader.LocalName is "image" or "textinput" or "textInput" or "source")
            reader.Skip();
        else
            reader.Read();
    }

    private static bool IsAsked(string local) => local is "title" or "link" or "language" or "author";

    private void Property(XElement element)
    {
        var text = ItemElement.TextOf(element);
        switch (element.Name.LocalName)
        {
            case "title":
                title ??= text.Length > 0 ? PlainTitle.Of(text) : null;
                break;
            case "language":
                around = around with { Language = around.Language ?? FeedLanguage.Of(text) };
                break;
            case "author" when FeedNames.Of(element) is "atom":
                var parent = new XElement("feed", element);
                around = around with { Authors = [.. around.Authors, .. FeedPeople.Of(new ItemElement(parent))] };
                break;
            case "link" when ItemElement.Attribute(element, "rel") is null or "alternate":
                var written = text.Length > 0 ? text : ItemElement.Attribute(element, "href");
                link ??= WebAddress.OfPage(written, around.Base?.AbsoluteUri);
                around = around with { Page = link is null ? null : new Uri(link) };
                break;
        }
    }

    // xml:base and xml:lang of the feed and of its channel.
    private void Around(XmlReader reader)
    {
        var element = new XElement("around");
        if (reader.GetAttribute("xml:base") is { } written)
            element.SetAttributeValue(XNamespace.Xml + "base", written);
        around = around with
        {
            Base = FeedItem.Based(around.Base, element),
            Language = FeedLanguage.Of(reader.GetAttribute("xml:lang")) ?? around.Language,
        };
    }
}
