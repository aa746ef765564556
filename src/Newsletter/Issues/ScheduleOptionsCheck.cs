using Microsoft.Extensions.Options;

namespace Newsletter.Issues;

internal sealed class ScheduleOptionsCheck : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options) =>
        options.CatchUpHours is >= 0 and <= 744
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Schedule__CatchUpHours is {options.CatchUpHours}; it can be 0 to 744 hours."
            );
}
