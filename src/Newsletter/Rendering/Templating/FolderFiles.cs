using Scriban;

namespace Newsletter.Rendering.Templating;

/// <summary>The parts of a template as its folder has them now.</summary>
internal sealed class FolderFiles(TemplateFolder folder, string name) : ITemplateFiles
{
    public string? Find(string part) => folder.Find(name, part);

    public Template Parsed(string path) => folder.Parsed(path);
}
