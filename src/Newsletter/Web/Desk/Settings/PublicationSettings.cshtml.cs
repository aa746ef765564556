using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns.Pictures;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>What can be set of a publication, in short forms that are saved each by itself.</summary>
[Needs(StaffRole.Admin)]
internal sealed class PublicationSettingsModel(PublicationRegister register, TemplateNames templates, LogoIntake logos)
    : PublicationPage(register)
{
    private const string Logo = "logo";

    private Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public override string Title => Publication.Title;

    public override string Here => At;

    public bool HasOwnLook => Publication.ThemeJson is not null;

    public IEnumerable<(string Form, string Heading)> Forms =>
        [
            (SettingForms.Names, Words.Names),
            (SettingForms.Look, Words.Look),
            (SettingForms.Readers, Words.Readers),
            (SettingForms.Sending, Words.Sending),
        ];

    public IEnumerable<ShownField> Fields(string form) =>
        FieldWords
            .In(Language)
            .Shown(
                form,
                SettingForms.All[form],
                field =>
                    RefusedForm == form && typed.TryGetValue(field.Name, out var value)
                        ? value
                        : field.Value(Publication),
                templates.All()
            );

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostSaveAsync(string? form)
    {
        if (!SettingForms.All.TryGetValue(form ?? "", out var fields))
            return NotFound();
        typed = SettingValues.Typed(fields, Request.Form);
        var changed = SettingValues.Changed(fields, Publication, typed);
        if (changed.Count == 0)
            return Go(At, Words.Saved);
        return await SetAsync(form!, changed, SettingValues.Asked(changed, typed));
    }

    public Task<IActionResult> OnPostResetAsync() =>
        SetAsync(
            SettingForms.Look,
            [.. SettingForms.All[SettingForms.Look].Where(field => field.Name != "template")],
            new PublicationSettings { Theme = ["default"] }
        );

    private async Task<IActionResult> SetAsync(
        string form,
        IReadOnlyList<SettingField> changed,
        PublicationSettings asked
    )
    {
        var said = Words.Saved;
        var isDone = await ChangeAsync(
            form,
            "publication.set",
            async () =>
            {
                // A file of this machine is for who may work on the machine.
                if (typed.GetValueOrDefault(Logo) is { Length: > 0 } logo && changed.Any(field => field.Name == Logo))
                    _ = LogoWish.Parse(logo).Address ?? throw new Refusal(Words.LogoAddress);
                var set = await Register.SetAsync(Publication.Slug, await logos.WithLogosAsync(asked, Cancel), Cancel);
                if (form == SettingForms.Look)
                    said = string.Join(' ', [Words.Saved, .. set.Theme.Notices()]);
                return SettingValues.Told(changed, set);
            },
            SettingValues.Told(changed, Publication)
        );
        return isDone ? Go(At, said) : Page();
    }
}
