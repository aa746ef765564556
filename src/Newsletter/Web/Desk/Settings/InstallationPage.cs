using System.Globalization;
using Newsletter.Hosting.Diagnosis;

namespace Newsletter.Web.Desk;

/// <summary>A page about what belongs to no single publication.</summary>
internal abstract class InstallationPage : DeskPage
{
    public SettingWords Words => SettingWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Part => DeskNavigation.Settings;

    public override ValueTask<Place> WhereAsync(CancellationToken cancel) => ValueTask.FromResult(Place.Everything);

    public string WordOf(CheckState state) =>
        state switch
        {
            CheckState.Ok => Words.Ok,
            CheckState.Note => Words.Note,
            _ => Words.Wrong,
        };

    public static string ClassOf(CheckState state) =>
        state switch
        {
            CheckState.Ok => "good",
            CheckState.Note => "warn",
            _ => "bad",
        };
}
