namespace Newsletter.Web.Desk;

/// <summary>A page about the account of whoever has signed in: it needs no role.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class OwnAccountAttribute : Attribute;
