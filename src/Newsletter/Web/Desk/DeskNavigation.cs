using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The parts of the desk, in the order in which the data flows, for those who may open them.</summary>
internal static class DeskNavigation
{
    public const string Home = "home";
    public const string Columns = "columns";
    public const string Issues = "issues";
    public const string Staff = "staff";
    public const string Settings = "settings";
    public const string Trail = "trail";

    private static readonly (string Part, string At, StaffRole Role, Func<DeskWords, string> Name)[] s_parts =
    [
        (Home, "/desk", StaffRole.Editor, words => words.Home),
        (Columns, "/desk/columns", StaffRole.Editor, words => words.Columns),
        (Issues, "/desk/issues", StaffRole.Editor, words => words.Issues),
        (Staff, "/desk/staff", StaffRole.Admin, words => words.Staff),
        (Settings, "/desk/settings", StaffRole.Admin, words => words.Settings),
        (Trail, "/desk/trail", StaffRole.Admin, words => words.Trail),
    ];

    public static IEnumerable<(string Part, string At, string Name)> Of(SignedIn member, DeskWords words) =>
        s_parts.Where(part => member.IsAnywhere(part.Role)).Select(part => (part.Part, part.At, part.Name(words)));
}
