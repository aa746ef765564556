using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns;

internal sealed partial class ColumnOptionsCheck : IValidateOptions<ColumnOptions>
{
    public ValidateOptionsResult Validate(string? name, ColumnOptions options)
    {
        var wrong = new List<string>();
        foreach (var (shortcode, word) in options.Shortcodes)
        {
            if (!Name().IsMatch(shortcode))
            {
                wrong.Add(
                    $"Columns__Shortcodes__{shortcode} names no shortcode: a name begins with a letter and has letters from a to z, digits, _ and - alone, without brackets."
                );
            }
            else if (ShortcodeKindWords.KindOf(word) is null)
            {
                wrong.Add($"Columns__Shortcodes__{shortcode} is \"{word}\"; it is one of {ShortcodeKindWords.Listed}.");
            }
        }

        wrong.AddRange(
            options
                .Shortcodes.Keys.GroupBy(ShortcodeNames.KeyOf)
                .Where(alike => alike.Count() > 1)
                .Select(alike =>
                    $"Columns__Shortcodes names one shortcode as {string.Join(" and as ", alike.Order(StringComparer.Ordinal))}: capitals do not count, and _ is -; keep one."
                )
        );
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
