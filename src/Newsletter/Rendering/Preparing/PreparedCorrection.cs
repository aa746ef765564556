namespace Newsletter.Rendering.Preparing;

/// <summary>What an erratum corrects, as both parts say it.</summary>
/// <param name="Date">As the publication's language says it.</param>
internal sealed record PreparedCorrection(int Number, string Date, string ViewUrl)
{
    /// <summary>Null where the issue is no erratum.</summary>
    public static PreparedCorrection? Of(RenderInput input)
    {
        if (input.Issue.Corrects is not { } corrects)
            return null;
        if (!Links.TryKeep(corrects.ViewUrl, out var viewUrl))
            throw new Refusal($"\"{corrects.ViewUrl}\" is no absolute address; set Site__Url.");
        var day = input.Publication.DayOf(corrects.Date);
        return new(corrects.Number, LongDate.Of(day, input.Publication.Language), viewUrl);
    }
}
