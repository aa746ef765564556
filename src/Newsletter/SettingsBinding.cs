using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Newsletter;

/// <summary>Reads a section of the settings into the options of a stage.</summary>
internal static class SettingsBinding
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    /// <summary>
    /// As <c>BindConfiguration</c> does, but a value that is none of its kind is said like any other wrong setting:
    /// by the name and the value that a person typed, not by the types of the program.
    /// </summary>
    public static OptionsBuilder<T> BindSettings<T>(this OptionsBuilder<T> options, string section)
        where T : class
    {
        options.Services.AddSingleton<IOptionsChangeTokenSource<T>>(all => new ConfigurationChangeTokenSource<T>(
            options.Name,
            all.GetRequiredService<IConfiguration>().GetSection(section)
        ));
        return options.Configure<IConfiguration>((value, settings) => Read(value, settings.GetSection(section)));
    }

    /// <summary>The same for a section that is one of several alike.</summary>
    public static void Read<T>(T options, IConfigurationSection section)
        where T : class
    {
        foreach (var setting in section.GetChildren())
            Bind(options, section.Path, setting);
    }

    /// <summary>The numbered entries of a section, such as <c>1</c> of <c>Relays</c>, in their order.</summary>
    /// <exception cref="OptionsValidationException">An entry has no number.</exception>
    public static IEnumerable<int> Entries(this IConfiguration settings, string section) =>
        settings
            .GetSection(section)
            .GetChildren()
            .Select(entry =>
                int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new OptionsValidationException(
                        section,
                        typeof(int),
                        [$"{section}__{entry.Key} is no entry: entries have numbers, such as {section}__1."]
                    )
            )
            .Order();

    private static void Bind<T>(T options, string section, IConfigurationSection setting)
        where T : class
    {
        var alone = new ConfigurationBuilder().AddInMemoryCollection([
            .. setting.AsEnumerable().Select(pair => KeyValuePair.Create(pair.Key[(section.Length + 1)..], pair.Value)),
        ]);
        try
        {
            alone.Build().Bind(options);
        }
        catch (InvalidOperationException)
        {
            // What is not text in our settings is a number, or one of two words.
            var isWord = typeof(T).GetProperty(setting.Key, Public)?.PropertyType == typeof(bool);
            throw new OptionsValidationException(
                section,
                typeof(T),
                [
                    $"{section.Replace(":", "__", StringComparison.Ordinal)}__{setting.Key} is \"{setting.Value}\"; it is {(isWord ? "true or false" : "a number, without a unit")}.",
                ]
            );
        }
    }
}
