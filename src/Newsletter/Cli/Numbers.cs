using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Newsletter.Cli;

/// <summary>Says what is wrong with a number that was typed; the library would speak of the types of the program.</summary>
internal static class Numbers
{
    public static string? Wrong(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children)
        {
            var (name, kind) = result switch
            {
                OptionResult { Option: var option } => (option.Name, option.ValueType),
                ArgumentResult { Argument: var argument } => (argument.Name, argument.ValueType),
                _ => ("", typeof(string)),
            };
            if ((Nullable.GetUnderlyingType(kind) ?? kind) != typeof(int))
                continue;
            var typed = result.Tokens.FirstOrDefault(token => !IsNumber(token.Value));
            if (typed is not null)
                return $"\"{typed.Value}\" is no whole number, which {name} takes; see --help.";
        }

        return null;
    }

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
