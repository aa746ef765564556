using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>
/// What a template sees of one thing. Nothing of .NET shows through; a member that does not exist is an error
/// that names those that do, never an empty place in somebody's mail.
/// </summary>
internal sealed class Model : ScriptObject
{
    private readonly string name;

    public Model(string name, params ReadOnlySpan<(string Member, object? Value)> members)
        : base(members.Length)
    {
        this.name = name;
        foreach (var (member, value) in members)
            this[member] = value;
        IsReadOnly = true;
    }

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (base.TryGetValue(context!, span, member, out value))
            return true;
        throw new ScriptRuntimeException(
            span,
            $"{name} has no member \"{member}\"; it has {string.Join(", ", Keys.Order(StringComparer.Ordinal))}"
        );
    }
}
