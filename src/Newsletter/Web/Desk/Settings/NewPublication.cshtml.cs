using Microsoft.AspNetCore.Mvc;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Adds a publication: what can wait stands on its own pages afterwards.</summary>
[Needs(StaffRole.Admin)]
internal sealed class NewPublicationModel(PublicationRegister register, TemplateNames templates) : DeskPage
{
    private Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public SettingWords Words => SettingWords.In(Language);

    public override string Title => Words.Add;

    public override string Part => DeskNavigation.Settings;

    /// <summary>Why it was not added; null where nothing was asked.</summary>
    public string? Refused { get; private set; }

    public IEnumerable<ShownField> Fields
    {
        get
        {
            var names = FieldWords.In(Language);
            return names
                .Shown("new", SettingForms.New.Take(1), Value, templates.All())
                .Append(names.Shown("new", "slug", typed.GetValueOrDefault("slug", "")))
                .Concat(names.Shown("new", SettingForms.New.Skip(1), Value, templates.All()));
        }
    }

    public override ValueTask<Place> WhereAsync(CancellationToken cancel) => ValueTask.FromResult(Place.Everything);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(string? slug)
    {
        typed = SettingValues.Typed(SettingForms.New, Request.Form);
        typed["slug"] = slug ?? "";
        Publication? added = null;
        var isDone = await ActAsync(
            "publication.add",
            $"publication {(slug ?? "").Trim()}",
            publicationId: null,
            async () =>
            {
                var asked = SettingForms.New.Where(field => typed.ContainsKey(field.Name)).ToList();
                added = await register.AddAsync(slug ?? "", SettingValues.Asked(asked, typed), Cancel);
                return SettingValues.Told(SettingForms.New, added);
            }
        );
        if (isDone)
            return Go($"/desk/settings/{added!.Slug}", Words.Added);
        (Refused, Problem) = (PublicationPage.InWordsOfTheDesk(Problem ?? ""), null);
        return Page();
    }

    private string Value(SettingField field) =>
        typed.TryGetValue(field.Name, out var value)
            ? value
            : field.Name switch
            {
                "language" => Language,
                "timezone" => TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC",
                "template" => "default",
                _ => "",
            };
}
