using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources;

/// <summary>A title made of the file's name, for a column that says none.</summary>
internal static class FileTitle
{
    public static string Of(string name, Leftovers leftovers)
    {
        var words = CleanText.Of(Path.GetFileNameWithoutExtension(name)).Replace('-', ' ').Replace('_', ' ').Trim();
        var title = words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
        leftovers.Notice($"No line of the column reads as its title; the file's name stands in for it: \"{title}\".");
        return title;
    }
}
