using System.Globalization;
using Newsletter.Rendering.Preparing;
using Scriban;
using Scriban.Runtime;

namespace Newsletter.Rendering.Templating;

/// <summary>All that a template may call. What is not here (clock, chance, evaluation, padding) does not exist for it.</summary>
internal static class AllowedFunctions
{
    private static readonly (string Group, string[] Names)[] s_allowed =
    [
        (
            "string",
            ["capitalize", "contains", "downcase", "ends_with", "size", "slice", "starts_with", "strip", "upcase"]
        ),
        ("array", ["contains", "first", "join", "last", "limit", "offset", "reverse", "size"]),
        ("math", ["abs", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times"]),
    ];

    private static readonly ScriptObject s_builtin = TemplateContext.GetDefaultBuiltinObject();

    public static ScriptObject Make()
    {
        var functions = new ScriptObject();
        foreach (var (group, names) in s_allowed)
        {
            var source = (ScriptObject)s_builtin[group]!;
            // A model says which members there are to whoever asks for another.
            functions[group] = new Model(group, [.. names.Select(name => (name, Function(source, group, name)))]);
        }
        functions["include"] = new IncludePart();
        var objects = new ScriptObject();
        objects.Import("default", Default);
        functions["object"] = new Model("object", ("default", objects["default"]));
        functions.Import("fill", Fill);
        functions["empty"] = s_builtin["empty"];
        return functions;
    }

    private static object? Function(ScriptObject source, string group, string name) =>
        source[name] ?? throw new InvalidOperationException($"Scriban has no {group}.{name}.");

    /// <summary>Puts values into the places <c>{0}</c>, <c>{1}</c> of a sentence from the words file.</summary>
    private static string Fill(string sentence, object? first, object? second = null) =>
        Sentence.Fill(sentence, Plain(first), Plain(second));

    /// <summary>The value, or what stands where there is none; a mark takes its default along.</summary>
    private static object? Default(TemplateContext context, object? value, object? instead) =>
        value switch
        {
            null or "" => instead is string text ? CleanText.OneLine(text) : instead,
            string mark when Mark.Is(mark) => Mark.WithDefault(mark, context.ObjectToString(instead) ?? ""),
            _ => value,
        };

    private static string Plain(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
