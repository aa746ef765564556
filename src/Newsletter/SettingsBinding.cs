using Microsoft.Extensions.Options;

namespace Newsletter;

/// <summary>Reads a section of the settings into the options of a stage.</summary>
internal static class SettingsBinding
{
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
        return options.Configure<IConfiguration>(
            (value, settings) =>
            {
                foreach (var setting in settings.GetSection(section).GetChildren())
                    Bind(value, section, setting);
            }
        );
    }

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
            // What is not text in our settings is a number.
            throw new OptionsValidationException(
                section,
                typeof(T),
                [$"{section}__{setting.Key} is \"{setting.Value}\"; it is a number, without a unit."]
            );
        }
    }
}
