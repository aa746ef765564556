using Microsoft.Extensions.Options;

namespace Newsletter.Subscribers.SignUps;

internal sealed class SignUpOptionsCheck : IValidateOptions<SignUpOptions>
{
    public ValidateOptionsResult Validate(string? name, SignUpOptions options) =>
        Wrong(nameof(options.PerNetwork), options.PerNetwork)
        ?? Wrong(nameof(options.PerDomain), options.PerDomain)
        ?? Wrong(nameof(options.Overall), options.Overall)
        ?? ValidateOptionsResult.Success;

    private static ValidateOptionsResult? Wrong(string setting, int value) =>
        value >= 1
            ? null
            : ValidateOptionsResult.Fail(
                $"SignUp__{setting} is {value}; it is how many forms an hour are looked at, 1 or more. To take none, use \"newsletter publication set SLUG --sign-up closed\"."
            );
}
