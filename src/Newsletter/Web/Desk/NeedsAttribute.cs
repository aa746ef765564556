using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>
/// Which role a page of the desk needs, or where it stands on a handler, that handler. What has none is open to nobody:
/// a page that was forgotten shows nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
internal sealed class NeedsAttribute(StaffRole role) : Attribute
{
    public StaffRole Role => role;
}
