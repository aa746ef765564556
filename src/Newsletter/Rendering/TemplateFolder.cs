using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newsletter.Rendering.Templating;
using Scriban;

namespace Newsletter.Rendering;

/// <summary>
/// The folder of templates: one folder a template, and <c>shared/</c> for the parts that any of them may include.
/// The only part of rendering that reads files. Parsed parts are kept until their file changes.
/// </summary>
internal sealed partial class TemplateFolder(string directory)
{
    public const string Extension = ".html";
    public const string IssueEntry = "issue";
    public const string ServiceMailEntry = "mail";
    private const string Shared = "shared";

    private readonly string root = Path.GetFullPath(directory);
    private readonly ReadFiles<Part> parts = new();
    private readonly ReadFiles<Words> words = new();
    private readonly ReadFiles<TemplateShape> shapes = new();

    /// <summary>The templates that are here, by name.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(root)
            ?
            [
                .. new DirectoryInfo(root)
                    .EnumerateDirectories()
                    .Select(folder => folder.Name)
                    .Where(name => name != Shared && File.Exists(PathOf(name, IssueEntry + Extension)))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <exception cref="Refusal">There is no such template.</exception>
    public TemplateParts Named(string name)
    {
        if (PartName().IsMatch(name) && name != Shared && File.Exists(PathOf(name, IssueEntry + Extension)))
            return Parts(name, IssueEntry);
        var known =
            Names.Count > 0
                ? $"the templates there are {string.Join(", ", Names)}"
                : "there is none there: give the folder of templates with --templates";
        throw new Refusal($"There is no template \"{name}\" in {root}; {known}.");
    }

    /// <exception cref="Refusal">The folder of templates lacks it.</exception>
    public TemplateParts OfServiceMail(ServiceMailKind kind)
    {
        var name = NameOf(kind);
        return File.Exists(PathOf(name, ServiceMailEntry + Extension))
            ? Parts(name, ServiceMailEntry)
            : throw new Refusal(
                $"The folder of templates lacks {PathOf(name, ServiceMailEntry + Extension)}; copy {name}/ from the templates that came with the program."
            );
    }

    /// <summary>A part's file: the template's own, else the shared one; null where neither exists.</summary>
    internal string? Find(string template, string part)
    {
        if (!PartName().IsMatch(part))
            return null;
        string[] places = [PathOf(template, part + Extension), PathOf(Shared, part + Extension)];
        return Array.Find(places, path => new FileInfo(path) is { Exists: true, LinkTarget: null });
    }

    /// <summary>The text of every part that an issue of this template may need, by name.</summary>
    /// <exception cref="Refusal">One of them is too long, or does not parse.</exception>
    internal IReadOnlyDictionary<string, string> Sources(string template) =>
        ReachedParts.Of(
            IssueEntry,
            new[] { template, Shared }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*" + Extension))
                .Select(file => Path.GetFileNameWithoutExtension(file)),
            part => Find(template, part) is { } path ? PartAt(path) : null
        );

    internal Template Parsed(string path) => PartAt(path).Parsed;

    /// <summary>The words for a language: the template's own over the shared ones; English where it has none.</summary>
    internal Words WordsOf(string template, string language)
    {
        var spoken = PartName().IsMatch(language) && File.Exists(PathOf(Shared, WordsFile(language))) ? language : "en";
        var shared = Read(PathOf(Shared, WordsFile(spoken)), spoken);
        var own = PathOf(template, WordsFile(spoken));
        return File.Exists(own) ? Read(own, spoken).Over(shared) : shared;
    }

    /// <summary>How much of each column a template shows; all of it where it does not say.</summary>
    internal TemplateShape ShapeOf(string template)
    {
        var path = PathOf(template, TemplateShape.FileName);
        return File.Exists(path) ? shapes.Of(path, TemplateShape.Parse) : TemplateShape.Whole;
    }

    internal Words WordsOf(ServiceMailKind kind, string language) => WordsOf(NameOf(kind), language);

    private Part PartAt(string path) =>
        parts.Of(path, static (source, from) => new Part(source, TemplateFault.Parse(source, from)));

    /// <summary>The folder of a mail that is no issue: its name in small letters, <c>own-data</c>.</summary>
    internal static string NameOf(ServiceMailKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private TemplateParts Parts(string name, string entry) => new(new FolderFiles(this, name), entry);

    private Words Read(string path, string language) =>
        File.Exists(path)
            ? words.Of(path, (json, from) => Words.Parse(json, from, language))
            : throw new Refusal($"The words of the templates are missing: {path} does not exist.");

    private static string WordsFile(string language) => $"words.{language}.json";

    private string PathOf(string folder, string file) => Path.Combine(root, folder, file);

    // A name, never a path: no separator, no point, so nothing outside the two folders can be named.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartName();

    /// <summary>What files of templates say, read once, and again when they change.</summary>
    private sealed class ReadFiles<T>
    {
        /// <summary>A file of a template is longer than this by mistake only; bytes.</summary>
        private const int Longest = 1024 * 1024;

        private readonly ConcurrentDictionary<string, (DateTime Written, long Size, T Value)> known = new();

        /// <param name="path">A file that exists.</param>
        /// <param name="read">Makes the value of the file's text and path.</param>
        /// <exception cref="Refusal">The file is too long, or what <paramref name="read"/> refuses.</exception>
        public T Of(string path, Func<string, string, T> read)
        {
            var file = new FileInfo(path);
            if (
                known.TryGetValue(path, out var before)
                && before.Written == file.LastWriteTimeUtc
                && before.Size == file.Length
            )
                return before.Value;
            if (file.Length > Longest)
                throw new Refusal($"{path} has {file.Length} bytes; a file of a template has at most {Longest}.");
            var value = read(File.ReadAllText(path), path);
            known[path] = (file.LastWriteTimeUtc, file.Length, value);
            return value;
        }
    }
}
