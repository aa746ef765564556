using Scriban;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// Whether a template does anything with a reader's values but write them. A value that is only written can stay a
/// mark; one that is compared, measured, cut or kept could change what stands around it. In doubt it does.
/// </summary>
internal static class ReaderUse
{
    private static readonly string[] Values = ["reader", "unsubscribe_url", "preferences_url"];

    public static bool Decides(IEnumerable<Template> parts)
    {
        var (uses, keeps) = (false, false);
        foreach (var page in parts.Select(part => part.Page).OfType<ScriptPage>())
        {
            if (Takes(page))
                return true;
            uses |= Uses(page);
            keeps |= Keeps(page);
        }

        return uses && keeps;
    }

    /// <summary>A value is used as something else than what is written, or a name is given a new meaning.</summary>
    private static bool Takes(ScriptNode node) =>
        node switch
        {
            ScriptExpressionStatement { Expression: { } written } when IsPlain(written) => false,
            ScriptThisExpression or ScriptWithStatement or ScriptImportStatement => true,
            ScriptMemberExpression member when IsDefault(member) => false,
            ScriptVariable { Name: "object" } => true,
            _ when IsValue(node) => true,
            _ => AnyWithin(node, Takes),
        };

    private static bool Uses(ScriptNode node) => IsValue(node) || AnyWithin(node, Uses);

    /// <summary>What was written can come back as a value: a mark in it would then be compared or cut.</summary>
    private static bool Keeps(ScriptNode node) =>
        node switch
        {
            ScriptCaptureStatement or ScriptWrapStatement or ScriptFunction or ScriptAnonymousFunction => true,
            ScriptExpressionStatement
            {
                Expression: ScriptFunctionCall { Target: ScriptVariable { Name: "include" }, Arguments: var arguments }
            } => arguments.Any(Keeps),
            ScriptVariable { Name: "include" } => true,
            _ => AnyWithin(node, Keeps),
        };

    private static bool AnyWithin(ScriptNode node, Func<ScriptNode, bool> verdict)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child && verdict(child))
                return true;
        }

        return false;
    }

    private static bool IsValue(ScriptNode node) =>
        node is ScriptVariable { Name: { } name } && Array.IndexOf(Values, name) >= 0;

    /// <summary>A value, or a value with a default: <c>reader.name | object.default "dear reader"</c>.</summary>
    private static bool IsPlain(ScriptExpression written) =>
        written switch
        {
            ScriptMemberExpression { Target: ScriptVariable { Name: "reader" } } => true,
            ScriptVariable { Name: "unsubscribe_url" or "preferences_url" } => true,
            ScriptPipeCall
            {
                From: { } from,
                To: ScriptFunctionCall { Target: var target, Arguments: [ScriptLiteral] }
            } => IsPlain(from) && IsDefault(target),
            _ => false,
        };

    private static bool IsDefault(ScriptExpression? target) =>
        target is ScriptMemberExpression { Target: ScriptVariable { Name: "object" }, Member.Name: "default" };
}
