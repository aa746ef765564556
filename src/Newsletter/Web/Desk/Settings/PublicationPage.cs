using System.Globalization;
using System.Text.RegularExpressions;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>A page with settings of the publication that its address names.</summary>
internal abstract partial class PublicationPage(PublicationRegister register) : DeskPage
{
    public SettingWords Words => SettingWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Part => DeskNavigation.Settings;

    public Publication Publication { get; private set; } = null!;

    /// <summary>Whether they are admin of the whole installation, and so may name what is on its machine.</summary>
    public bool IsOfAll => May(StaffRole.Admin, publicationId: null);

    /// <summary>Which form was refused; null where none was.</summary>
    public string? RefusedForm { get; private set; }

    /// <summary>What stands beside it.</summary>
    public string? Refused { get; private set; }

    /// <summary>The address of this page, as <see cref="Parts"/> has it.</summary>
    public abstract string Here { get; }

    /// <summary>The pages of one publication's settings.</summary>
    public IEnumerable<(string Path, string Name)> Parts =>
        [(At, Desk.Settings), ($"{At}/rule", Words.Rule), ($"{At}/sources", Words.Sources)];

    public string At => $"/desk/settings/{Publication.Slug}";

    public override async ValueTask<Place> WhereAsync(CancellationToken cancel)
    {
        if (RouteData.Values["slug"] is not string slug || !await register.HasAsync(slug, cancel))
            return Place.Nowhere;
        Publication = await register.FindAsync(slug, cancel);
        return Place.Of(Publication.Id);
    }

    protected PublicationRegister Register => register;

    /// <summary>Does it, in the trail; a refusal stands beside its form, with what was typed.</summary>
    /// <param name="form">Its name on the page.</param>
    /// <param name="act">As <see cref="DeskPage.ActAsync"/> has it.</param>
    /// <param name="does">Does it, and says what is there afterwards.</param>
    /// <param name="before">What is there now.</param>
    /// <param name="subject">What it is done to; null for the publication.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> ChangeAsync(
        string form,
        string act,
        Func<Task<string?>> does,
        string? before = null,
        string? subject = null
    )
    {
        if (await ActAsync(act, subject ?? $"publication {Publication.Slug}", Publication.Id, does, before))
            return true;
        Refuse(form);
        return false;
    }

    /// <summary>The problem of the page is that of one form.</summary>
    protected void Refuse(string form)
    {
        (RefusedForm, Refused) = (form, InWordsOfTheDesk(Problem ?? ""));
        Problem = null;
    }

    /// <summary>A sentence of a stage without the options of the command line that it names at the end.</summary>
    public static string InWordsOfTheDesk(string sentence) => Option().Replace(sentence, "");

    [GeneratedRegex(@" \(--[a-z-]+\)(?=\W*$)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Option();
}
