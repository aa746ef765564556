namespace Newsletter.Web.Readers;

/// <summary>The form that asks for fresh links, on whatever page it stands.</summary>
/// <param name="Action">Where it posts to, from the address of that page; empty for that address.</param>
internal sealed record FreshLinkForm(SignUpWords Words, string Action, string Email = "");
