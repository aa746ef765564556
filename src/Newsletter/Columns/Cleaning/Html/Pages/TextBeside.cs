using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>What belongs to the text and stands outside the element that holds it: its notes, and a postscript.</summary>
internal static class TextBeside
{
    private const int MostNotes = 500;

    public static void MoveInto(IElement main, IElement body)
    {
        // SPIP sets "P.-S." in a box of its own, between text and notes.
        if (main.ParentElement?.QuerySelectorAll(".ps").FirstOrDefault(it => !main.Contains(it)) is { } postscript)
            main.Append(postscript);
        foreach (var note in NotesOf(main, body))
            if (!main.Contains(note))
                main.Append(note);
    }

    /// <summary>The elements that links of the text lead to and that lead back into it.</summary>
    private static List<IElement> NotesOf(IElement main, IElement body)
    {
        var text = new LinkPlaces(main);
        var places = body.QuerySelectorAll("[id]").Where(it => !main.Contains(it) && !it.Contains(main));
        var beside = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var place in places)
            beside.TryAdd(place.Id ?? "", place);
        return
        [
            .. main.QuerySelectorAll("a[href*='#']")
                .Select(link => beside.GetValueOrDefault(LinkPlaces.PlaceOf(link)))
                .OfType<IElement>()
                .Select(place => place.Closest("li, p, div") ?? place)
                .Distinct()
                .Where(note => !note.Contains(main) && new LinkPlaces(note).LeadsInto(text))
                .Take(MostNotes),
        ];
    }
}
