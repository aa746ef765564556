using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Newsletter.Rendering.Templating;

/// <summary>What is wrong in a template, said to the person who wrote it.</summary>
internal static class TemplateFault
{
    /// <param name="path">Named when the part is wrong.</param>
    /// <exception cref="Refusal">It does not parse.</exception>
    public static Template Parse(string source, string path)
    {
        var parsed = Template.Parse(source, path);
        return parsed.HasErrors ? throw Of(parsed.Messages[0]) : parsed;
    }

    public static Refusal Of(LogMessage message) => new(Sentence(message.Span, message.Message));

    public static Refusal Of(ScriptRuntimeException fault) =>
        // A part's own refusal (it does not parse) is nearer to the fault than the include that met it.
        fault.InnerException as Refusal
        ?? fault.InnerException?.InnerException as Refusal
        ?? new Refusal(Sentence(fault.Span, Limit(fault.OriginalMessage) ?? fault.OriginalMessage), fault);

    // Scriban names its limits, and not what to do about them.
    private static string? Limit(string message) =>
        message.Contains("number of iteration limit", StringComparison.Ordinal)
            ? $"this loop goes on after {SandboxContext.MostTurns} turns; end it sooner"
        : message.Contains("recursive depth limit", StringComparison.Ordinal)
            ? $"parts or functions that use one another, {SandboxContext.Deepest} deep: a recursion without an end; take the include or the call out"
        : null;

    private static string Sentence(SourceSpan span, string what) =>
        $"The template is wrong in {span.FileName}, line {span.Start.Line + 1}, column {span.Start.Column + 1}: {what.TrimEnd('.')}.";
}
