namespace Newsletter.Issues;

/// <summary>The <c>Schedule</c> section of the settings.</summary>
internal sealed class ScheduleOptions
{
    /// <summary>How late a slot that was missed is still made up for; later, a person decides. Hours, 0 to 744.</summary>
    public double CatchUpHours { get; set; } = 24;
}
