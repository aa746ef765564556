namespace Newsletter.Tests.Architecture.Offenders.Issues;

/// <summary>Planted: a name that says nothing.</summary>
internal sealed class MailHelper;
