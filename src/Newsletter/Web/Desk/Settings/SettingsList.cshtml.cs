using System.Globalization;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The publications whose settings are theirs to change.</summary>
[Needs(StaffRole.Admin)]
internal sealed class SettingsListModel(PublicationRegister register) : DeskPage
{
    public SettingWords Words => SettingWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Title => Desk.Settings;

    public override string Part => DeskNavigation.Settings;

    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    public bool IsOfAll => May(StaffRole.Admin, publicationId: null);

    public async Task OnGetAsync()
    {
        var mine = Mine(StaffRole.Admin);
        Publications = [.. (await register.ListAsync(Cancel)).Where(one => mine is null || mine.Contains(one.Id))];
    }
}
