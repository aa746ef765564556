namespace Newsletter.Publications;

/// <summary>The templates that there are, by name: one folder each. What is in them is read by rendering alone.</summary>
internal sealed class TemplateNames(string folder)
{
    /// <summary>Parts that templates share; no template itself.</summary>
    private const string Shared = "shared";

    /// <summary>Made for issues that correct another; nobody chooses it.</summary>
    private const string Erratum = "erratum";

    /// <summary>The file that makes a folder a template.</summary>
    private const string EntryPoint = "issue.html";

    /// <summary>The name, if there is such a template.</summary>
    /// <exception cref="Refusal">There is not; the sentence names those that there are.</exception>
    public string Require(string name)
    {
        var known = All();
        return known.Contains(name.Trim())
            ? name.Trim()
            : throw new Refusal(
                $"There is no template \"{name.Trim()}\" in {folder}; there is {(known.Count == 0 ? "none there; give the folder of templates with --templates" : string.Join(", ", known) + " (--template)")}."
            );
    }

    /// <summary>Those that a publication can choose, by name.</summary>
    public IReadOnlyList<string> All() =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetDirectories(folder)
                    .Where(path => File.Exists(Path.Combine(path, EntryPoint)))
                    .Select(path => Path.GetFileName(path))
                    .Where(name => name is not (Shared or Erratum))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
