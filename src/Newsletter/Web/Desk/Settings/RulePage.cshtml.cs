using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The rule of each of a publication's editions, with the next hours as one types.</summary>
[Needs(StaffRole.Admin)]
internal sealed class RulePageModel(PublicationRegister register, Rhythms rhythms, TimeProvider clock)
    : PublicationPage(register)
{
    private const int Shown = 5;
    private const string ScheduleField = "schedule";
    private const string MinimumField = "minimum";

    private Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public override string Title => $"{Publication.Title}, {Words.Rule.ToLower(Culture)}";

    public override string Here => $"{At}/rule";

    /// <summary>Which edition.</summary>
    [BindProperty(SupportsGet = true, Name = "rhythm")]
    public string Rhythm
    {
        get => Edition.Rhythms.Contains(field) ? field : Edition.Every;
        set;
    } = Edition.Every;

    public string WithoutRuns => Rhythm == Edition.Every ? Words.NoRuns : Words.NotOffered;

    public IEnumerable<(string Rhythm, string Name)> Rhythms =>
        [(Edition.Every, Words.Every), (Edition.Weekly, Words.Weekly), (Edition.Monthly, Words.Monthly)];

    public IEnumerable<(string Form, string Heading)> Forms =>
        [(RuleForms.When, Words.When), (RuleForms.What, Words.What), (RuleForms.Who, Words.Who)];

    /// <summary>The next hours of the rule as it is typed, else as it stands.</summary>
    public ComingRuns Runs
    {
        get
        {
            try
            {
                var fields = RuleForms.Of(RuleForms.When, Rhythm);
                var values = fields.ToDictionary(one => one.Name, Value, StringComparer.Ordinal);
                var asked = SettingValues.Asked(fields, values);
                return Told(ComingSlots.Of(Publication, asked, clock.GetUtcNow(), Shown));
            }
            catch (Refusal refusal)
            {
                return new ComingRuns(InWordsOfTheDesk(refusal.Message), [], []);
            }
        }
    }

    public string AddressOf(string rhythm) => rhythm == Edition.Every ? Here : $"{Here}?rhythm={rhythm}";

    public IEnumerable<ShownField> Fields(string form) =>
        FieldWords
            .In(Language)
            .Shown(
                form,
                RuleForms.Of(form, Rhythm),
                field => form == RefusedForm || form == RuleForms.When ? Value(field) : field.Value(Publication),
                templates: []
            );

    public IActionResult OnGet() => Page();

    public IActionResult OnGetRuns()
    {
        typed = Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        return Partial("_Runs", this);
    }

    public async Task<IActionResult> OnPostSaveAsync(string? form)
    {
        var fields = RuleForms.Of(form ?? "", Rhythm);
        if (fields.Count == 0)
            return NotFound();
        typed = SettingValues.Typed(fields, Request.Form);
        var changed = SettingValues.Changed(fields, Publication, typed);
        if (changed.Count == 0)
            return Go(AddressOf(Rhythm), Words.Saved);
        var said = Words.Saved;
        var isDone = await ChangeAsync(
            form!,
            "publication.rule",
            async () =>
            {
                said = await SetAsync(changed);
                var set = await Register.FindAsync(Publication.Slug, Cancel);
                return $"{Rhythm}\n{SettingValues.Told(changed, set)}";
            },
            $"{Rhythm}\n{SettingValues.Told(changed, Publication)}"
        );
        return isDone ? Go(AddressOf(Rhythm), said) : Page();
    }

    private async Task<string> SetAsync(IReadOnlyList<SettingField> changed)
    {
        if (
            changed.Any(field => field.Name == MinimumField)
            && !int.TryParse(typed[MinimumField].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
            throw new Refusal(string.Format(Culture, Words.NoNumber, typed[MinimumField]));
        var schedule = changed.FirstOrDefault(field => field.Name == ScheduleField);
        // A slower edition is more than its schedule: what it carries begins with it, and its readers end with it.
        var wish = new RhythmWish(
            schedule is not null && Rhythm != Edition.Every
                ? new Dictionary<string, string>(StringComparer.Ordinal) { [Rhythm] = typed[ScheduleField] }
                : []
        );
        rhythms.Check(wish);
        var others = wish.Schedules.Count > 0 ? changed.Where(field => field != schedule) : changed;
        await Register.SetAsync(Publication.Slug, SettingValues.Asked(others, typed), Cancel);
        var done = await rhythms.SetAsync(Publication.Slug, wish, Cancel);
        return done is [{ Schedule: null } taken]
            ? string.Format(Culture, Words.FellBack, taken.FellBack)
            : Words.Saved;
    }

    private string Value(SettingField field) =>
        typed.TryGetValue(field.Name, out var value) ? value : field.Value(Publication);

    private ComingRuns Told(ComingSlots coming)
    {
        var before = coming.Slots.Count > 0 ? Local(clock.GetUtcNow()).Offset : TimeSpan.Zero;
        var lines = new List<(string, bool)>();
        foreach (var slot in coming.Slots)
        {
            lines.Add((Hour(slot), slot.Offset != before));
            before = slot.Offset;
        }

        return new ComingRuns(null, lines, [.. coming.Quiet.Select(Quiet)]);
    }

    private string Quiet(QuietSlot slot) =>
        slot.MovedTo is { } moved
            ? string.Format(Culture, Words.QuietMoved, Hour(slot.At), slot.Why, Hour(moved))
            : string.Format(Culture, Words.QuietHour, Hour(slot.At), slot.Why);

    private string Hour(DateTimeOffset at) =>
        $"{at.ToString("ddd", Culture)} {DeskTime.Shown(at, Publication.TimeZone, Culture)}";

    private DateTimeOffset Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Publication.TimeZone));
}
