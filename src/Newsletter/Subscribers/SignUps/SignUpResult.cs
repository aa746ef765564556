using Newsletter.Addresses;

namespace Newsletter.Subscribers.SignUps;

/// <param name="Suggested">The address that was probably meant; null unless <paramref name="Answer"/> asks.</param>
internal sealed record SignUpResult(SignUpAnswer Answer, EmailAddress? Suggested = null)
{
    public static implicit operator SignUpResult(SignUpAnswer answer) => new(answer);
}
