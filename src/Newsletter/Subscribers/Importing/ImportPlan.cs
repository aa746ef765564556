using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>A file that was looked through, and what each of its columns is taken for: what a person sees first.</summary>
internal sealed record ImportPlan(ImportFile File, Sheet Sheet)
{
    /// <summary>Looks through the file; nothing is written.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="from">The system that wrote it, or auto.</param>
    /// <exception cref="Refusal">The file as a whole cannot be read, or no such system is known.</exception>
    public static ImportPlan Of(string path, string from)
    {
        var named = SourceSystems.Named(from);
        var file = ImportFile.Inspect(path);
        return new ImportPlan(file, Sheet.Of(file, named));
    }

    public Columns Columns => Sheet.Columns;

    public string SystemWord => Columns.System.ToString().ToLowerInvariant();

    public string SeparatorWord =>
        Sheet.Separator switch
        {
            ',' => "comma",
            ';' => "semicolon",
            '\t' => "tab",
            var other => other.ToString(),
        };

    public string EncodingWord => File.Encoding is UTF8Encoding ? "UTF-8" : File.Encoding.WebName;
}
