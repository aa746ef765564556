using Newsletter.Rendering.Html;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// The parts that a template can reach by include, read off its syntax: what is frozen with an approval, since another
/// reader may take another branch. A name that is made while rendering could be any; <c>block.kind</c> is one of a few.
/// </summary>
internal sealed class ReachedParts
{
    private readonly Func<string, Part?> find;
    private readonly SortedDictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly Queue<string> waiting = new();
    private bool couldBeAny;

    private ReachedParts(Func<string, Part?> find) => this.find = find;

    /// <param name="entry">The part where rendering begins.</param>
    /// <param name="every">The names of all parts there are.</param>
    /// <param name="find">Null where there is no such part: the template fails only if it gets there.</param>
    /// <returns>The text of each by its name.</returns>
    /// <exception cref="Refusal">A part is too long, or does not parse.</exception>
    public static IReadOnlyDictionary<string, string> Of(
        string entry,
        IEnumerable<string> every,
        Func<string, Part?> find
    )
    {
        var reached = new ReachedParts(find);
        reached.Follow(entry);
        if (reached.couldBeAny)
            foreach (var name in every)
                reached.Follow(name);
        return reached.sources;
    }

    private void Follow(string entry)
    {
        waiting.Enqueue(entry);
        while (waiting.TryDequeue(out var name))
        {
            if (!sources.ContainsKey(name) && find(name) is { } part)
            {
                sources.Add(name, part.Source);
                if (part.Parsed.Page is { } page)
                    Visit(page);
            }
        }
    }

    private void Visit(ScriptNode node)
    {
        switch (node)
        {
            case ScriptFunctionCall { Target: ScriptVariable { Name: "include" }, Arguments: [var name, ..] } call:
                Name(name);
                foreach (var argument in call.Arguments)
                    Visit(argument);
                return;
            // What is piped into an include goes before its arguments; the others can bring it under another name.
            case ScriptPipeCall { To: { } to } when Mentions(to):
            case ScriptVariable { Name: "include" }:
            case ScriptThisExpression or ScriptWithStatement or ScriptImportStatement:
            case ScriptObjectInitializerExpression:
                couldBeAny = true;
                break;
            default:
                break;
        }

        for (var i = 0; i < node.ChildrenCount; i++)
            if (node.GetChildren(i) is { } child)
                Visit(child);
    }

    private void Name(ScriptExpression name)
    {
        if (name is ScriptLiteral { Value: string literal })
            waiting.Enqueue(literal);
        else if (name is ScriptMemberExpression { Member.Name: "kind" })
            foreach (var kind in BlockModels.Kinds)
                waiting.Enqueue(kind);
        else
            couldBeAny = true;
    }

    private static bool Mentions(ScriptNode node)
    {
        if (node is ScriptVariable { Name: "include" })
            return true;
        for (var i = 0; i < node.ChildrenCount; i++)
            if (node.GetChildren(i) is { } child && Mentions(child))
                return true;
        return false;
    }
}
