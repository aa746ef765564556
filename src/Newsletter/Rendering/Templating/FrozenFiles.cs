using System.Collections.Concurrent;
using Scriban;

namespace Newsletter.Rendering.Templating;

/// <summary>The parts of a template as they were when an issue was approved.</summary>
internal sealed class FrozenFiles(IReadOnlyDictionary<string, string> sources) : ITemplateFiles
{
    private readonly ConcurrentDictionary<string, Template> parsed = new();

    public string? Find(string part) => sources.ContainsKey(part) ? part : null;

    public Template Parsed(string path) =>
        parsed.GetOrAdd(path, static (part, all) => TemplateFault.Parse(all[part], part), sources);
}
