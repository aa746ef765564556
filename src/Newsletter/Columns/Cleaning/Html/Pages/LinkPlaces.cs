using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The places within an element that a link can lead to, and those that its links lead to; read once.</summary>
internal sealed class LinkPlaces(IElement element)
{
    private readonly Lazy<HashSet<string>> held = new(() =>
        element
            .QuerySelectorAll("[id], [name]")
            .Prepend(element)
            .SelectMany(it => new[] { it.Id, it.GetAttribute("name") })
            .Where(name => !string.IsNullOrEmpty(name))
            .ToHashSet(StringComparer.Ordinal)!
    );

    private readonly Lazy<HashSet<string>> led = new(() =>
        element
            .QuerySelectorAll("a[href*='#']")
            .Select(PlaceOf)
            .Where(place => place.Length > 0)
            .ToHashSet(StringComparer.Ordinal)
    );

    public static string PlaceOf(IElement link) => (link.GetAttribute("href") ?? "").Split('#')[^1];

    public bool LeadsInto(LinkPlaces other) => led.Value.Overlaps(other.held.Value);
}
