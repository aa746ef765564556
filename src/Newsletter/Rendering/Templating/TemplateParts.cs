using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>One template and the parts it may include.</summary>
internal sealed class TemplateParts(ITemplateFiles files, string entry) : ITemplateLoader
{
    /// <summary>More than this is a template out of hand, not an issue.</summary>
    private const int LongestResult = 2 * 1024 * 1024;

    /// <summary>A template in its right mind takes some milliseconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <exception cref="Refusal">The template is wrong; the sentence says in which file, line and column.</exception>
    public string Render(ScriptObject model)
    {
        var path = files.Find(entry)!;
        var template = Parsed(path);
        using var deadline = new CancellationTokenSource(Longest);
        var context = new SandboxContext(this, deadline.Token);
        context.PushGlobal(model);
        try
        {
            context.PushSourceFile(path);
            var html = template.Render(context);
            return html.Length <= LongestResult
                ? html
                : throw new Refusal(
                    $"The template {path} writes more than {LongestResult} characters; no mail is that long."
                );
        }
        catch (ScriptAbortException fault)
        {
            throw new Refusal($"The template {path} takes longer than {Longest.TotalSeconds} s; see its loops.", fault);
        }
        catch (ScriptRuntimeException fault)
        {
            throw TemplateFault.Of(fault);
        }
    }

    /// <summary>
    /// Whether what was rendered may differ by reader in more than its marks, so that every reader needs a rendering.
    /// Known after <see cref="Render"/>.
    /// </summary>
    public bool DecidesByReader => ReaderUse.Decides(used.Select(files.Parsed));

    public Template Parsed(string path)
    {
        used.Add(path);
        return files.Parsed(path);
    }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        files.Find(templateName)
        ?? throw new ScriptRuntimeException(
            callerSpan,
            $"there is no part \"{templateName}\"; a part is a file of this template's folder or of shared/, named without folder and extension"
        );

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        throw new InvalidOperationException("Parts are parsed by the folder.");

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult(Load(context, callerSpan, templatePath));
}
