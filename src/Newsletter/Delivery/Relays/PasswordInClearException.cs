namespace Newsletter.Delivery.Relays;

/// <summary>The relay offers no TLS, and a login would say the password in clear.</summary>
internal sealed class PasswordInClearException : Exception;
