namespace Newsletter.Messages;

/// <summary>All keys of the settings, in their order. None set: messages are not signed.</summary>
internal sealed class DkimSettings
{
    private const string Plural = "Dkims";
    private const string Singular = "Dkim";

    public IList<DkimOptions> Keys { get; } = [];

    /// <summary>Reads <c>Dkims__N__…</c>; <c>Dkim__…</c> is entry 0, and where both are set the numbered one counts.</summary>
    public void Read(IConfiguration settings)
    {
        var sections = settings
            .GetSection(Plural)
            .GetChildren()
            .OrderBy(section => int.TryParse(section.Key, out var number) ? number : int.MaxValue)
            .ToList();
        var first = new DkimOptions { Setting = Singular };
        SettingsBinding.Read(first, settings.GetSection(Singular));
        Keys.Add(first);
        foreach (var section in sections)
        {
            var key = section.Key == "0" ? first : new DkimOptions();
            key.Setting = $"{Plural}__{section.Key}";
            SettingsBinding.Read(key, section);
            if (key != first)
                Keys.Add(key);
        }
    }
}
