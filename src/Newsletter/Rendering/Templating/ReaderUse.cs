using Scriban;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// Whether a template does anything with a reader's values but write them. A value that is only written can stay a
/// mark; one that is compared, measured, cut or kept could change what stands around it. In doubt it does.
/// </summary>
internal static class ReaderUse
{
    private static readonly string[] Values = ["reader", "unsubscribe_url"];

    public static bool Decides(IEnumerable<Template> parts)
    {
        var (uses, keeps) = (false, false);
        foreach (var page in parts.Select(part => part.Page).OfType<ScriptPage>())
        {
            if (Within(page, IsTaken))
                return true;
            uses |= Within(page, IsValue);
            keeps |= Within(page, KeepsWhatIsWritten);
        }

        return uses && keeps;
    }

    private static bool Within(ScriptNode node, Func<ScriptNode, bool?> verdict)
    {
        if (verdict(node) is { } known)
            return known;
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child && Within(child, verdict))
                return true;
        }

        return false;
    }

    private static bool? IsTaken(ScriptNode node) =>
        node switch
        {
            ScriptExpressionStatement { Expression: { } written } when IsPlain(written) => false,
            ScriptThisExpression => true,
            _ when IsValue(node) is true => true,
            _ => null,
        };

    /// <summary>What was written can come back as a value: a mark in it would then be compared or cut.</summary>
    private static bool? KeepsWhatIsWritten(ScriptNode node) =>
        node switch
        {
            ScriptCaptureStatement or ScriptWrapStatement or ScriptFunction or ScriptAnonymousFunction => true,
            ScriptExpressionStatement { Expression: ScriptFunctionCall call } when IsInclude(call) => false,
            ScriptFunctionCall call when IsInclude(call) => true,
            _ => null,
        };

    private static bool? IsValue(ScriptNode node) =>
        node is ScriptVariable { Name: { } name } && Array.IndexOf(Values, name) >= 0 ? true : null;

    /// <summary>A value, or a value with a default: <c>reader.name | object.default "dear reader"</c>.</summary>
    private static bool IsPlain(ScriptExpression written) =>
        written switch
        {
            ScriptMemberExpression { Target: ScriptVariable { Name: "reader" } } => true,
            ScriptVariable { Name: "unsubscribe_url" } => true,
            ScriptPipeCall
            {
                From: { } from,
                To: ScriptFunctionCall { Target: var target, Arguments: [ScriptLiteral] }
            } => IsPlain(from) && IsDefault(target),
            _ => false,
        };

    private static bool IsDefault(ScriptExpression? target) =>
        target is ScriptMemberExpression { Target: ScriptVariable { Name: "object" }, Member.Name: "default" };

    private static bool IsInclude(ScriptFunctionCall call) => call.Target is ScriptVariable { Name: "include" };
}
