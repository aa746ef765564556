using Newsletter.Rendering.Html;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// Where a template runs: it reads the model, calls what <see cref="AllowedFunctions"/> lists, and writes a bounded
/// amount of text, escaped. It reaches no file, no clock, no chance and no .NET object.
/// </summary>
internal sealed class SandboxContext : TemplateContext
{
    public const int MostTurns = 100_000;
    public const int Deepest = 100;
    private const int LongestOutput = 2 * 1024 * 1024;
    private readonly TemplateParts parts;

    public SandboxContext(TemplateParts parts, CancellationToken deadline)
        : base(AllowedFunctions.Make())
    {
        this.parts = parts;
        TemplateLoader = parts;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        MemberFilter = static _ => false;
        AutoIndent = false;
        LoopLimit = MostTurns;
        RecursiveLimit = Deepest;
        ObjectRecursionLimit = 20;
        RegexTimeOut = TimeSpan.FromMilliseconds(250);
        LimitToString = LongestOutput;
        // A part that is written, then written again as part of what includes it, counts once for each.
        OutputLimit = 4 * LongestOutput;
        CancellationToken = deadline;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                return this;
            case SafeHtml safe:
                return Write(safe.Value);
            case Model or ScriptArray or IScriptCustomFunction:
                throw new ScriptRuntimeException(span, "a whole object cannot be written; write one of its members");
            default:
                return Write(HtmlText.Escape(ObjectToString(textAsObject) ?? ""));
        }
    }

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) =>
        parts.Parsed(templatePath);
}
