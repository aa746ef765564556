namespace Newsletter.Web.Desk;

/// <summary>A page of the desk that is there before anybody has signed in.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class OpenToAllAttribute : Attribute;
