using Newsletter.Rendering.Html;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// Scriban's own include, but what a part has written is finished HTML and is not escaped again. Where it stands
/// alone in its braces, as nearly always, the part writes straight into the page: a page of parts within parts is
/// not copied at each level.
/// </summary>
internal sealed class IncludePart : IScriptCustomFunction
{
    private readonly IncludeFunction inner = new();

    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0 ? new ScriptParameterInfo(typeof(string), "name") : new ScriptParameterInfo(typeof(object), "value");

    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    )
    {
        if (callerContext?.Parent is not ScriptExpressionStatement)
            return new SafeHtml((string?)inner.Invoke(context, callerContext!, arguments, blockStatement!) ?? "");
        WriteInPlace(context, callerContext, arguments);
        return null;
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    private static void WriteInPlace(TemplateContext context, ScriptNode caller, ScriptArray arguments)
    {
        var part = context.GetOrCreateTemplate(
            context.TemplateLoader!.GetPath(context, caller.Span, context.ObjectToString(arguments[0]) ?? "")!,
            caller
        );
        context.EnterRecursive(caller);
        context.PushSourceFile(part.SourceFilePath!);
        context.PushLocal();
        try
        {
            context.SetValue(ScriptVariable.Arguments, arguments, asReadOnly: true);
            context.Evaluate(part.Page!);
        }
        finally
        {
            context.PopLocal();
            context.PopSourceFile();
            context.ExitRecursive(caller);
        }
    }
}
