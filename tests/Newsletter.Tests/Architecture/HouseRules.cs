using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;

namespace Newsletter.Tests.Architecture;

/// <summary>
/// The invariants of the house, each as a question to a set of types: who breaks it? They are asked of the product, where
/// nobody may, and of planted offenders, where they must be found.
/// </summary>
internal static class HouseRules
{
    /// <summary>The stages in the order in which the data flows; a stage knows those above it, never those below.</summary>
    public static IReadOnlyList<string> Stages { get; } =
    [
        "Addresses",
        "Staff",
        "Publications",
        "Subscribers",
        "Columns",
        "Issues",
        "Rendering",
        "Messages",
        "Review",
        "Delivery",
        "Feedback",
        "Records",
        "Hosting",
        "Web",
        "Cli",
    ];

    /// <summary>Libraries that one or two stages alone may name, so that the outside world has one edge.</summary>
    private static readonly (string Library, string[] Stages, string[] Types)[] Edges =
    [
        ("MailKit", ["Delivery", "Feedback"], []),
        ("MimeKit", ["Messages", "Delivery", "Feedback"], []),
        ("Org.BouncyCastle", ["Messages"], []),
        ("Scriban", ["Rendering"], []),
        ("Quartz", ["Hosting"], ["EditionRule"]),
        ("Microsoft.AspNetCore.Identity", ["Staff", "Web"], []),
        ("Microsoft.AspNetCore.DataProtection", ["Staff"], []),
        ("Microsoft.AspNetCore", ["Web", "Hosting"], []),
        ("System.CommandLine", ["Cli"], []),
        ("Spectre.Console", ["Cli"], []),
        ("Markdig", ["Columns"], []),
        ("YamlDotNet", ["Columns"], []),
        ("CsvHelper", ["Subscribers"], []),
        ("Npgsql", ["Database", "Hosting"], []),
        ("AngleSharp", ["Columns", "Review"], []),
        ("DnsClient", ["Hosting"], []),
        ("NetVips", ["Columns"], []),
        ("Microsoft.Security.AntiSSRF", ["Columns"], []),
    ];

    /// <summary>Endings that say nothing about what a type does.</summary>
    private static readonly string[] Empty = ["Service", "Manager", "Helper", "Util", "Utils", "Impl", "Data"];

    private static readonly string[] Files =
    [
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.FileInfo",
        "System.IO.DirectoryInfo",
        "System.IO.FileStream",
    ];

    private static readonly string[] Impure =
    [
        "Microsoft.EntityFrameworkCore",
        "Microsoft.Extensions.Logging",
        "System.Net.Http",
        "System.Net.Sockets",
        "System.TimeProvider",
        "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    public static IEnumerable<string> KnowsALaterStage(IEnumerable<IType> types, string root) =>
        from edge in Dependencies(types, root)
        let target = StageOf(edge.Target, root)
        where Position(edge.Stage) >= 0 && Position(target) > Position(edge.Stage)
        select $"{edge.From} knows {edge.Target}";

    public static IEnumerable<string> DatabaseNamesAStage(IEnumerable<IType> types, string root) =>
        from edge in Dependencies(types, root)
        where edge.Stage == "Database" && Position(StageOf(edge.Target, root)) >= 0
        select $"{edge.From} knows {edge.Target}";

    public static IEnumerable<string> UsesALibraryOutsideItsEdge(IEnumerable<IType> types, string root) =>
        from edge in Dependencies(types, root)
        // Of two that name it, the narrower one: Identity is more than the web.
        let rule = Edges.FirstOrDefault(rule => IsIn(edge.Target, rule.Library))
        where rule.Library is not null && edge.Stage.Length > 0
        where !rule.Stages.Contains(edge.Stage) && !rule.Types.Contains(OuterName(edge.From))
        select $"{edge.From} uses {edge.Target}";

    public static IEnumerable<string> RendersImpurely(IEnumerable<IType> types, string root) =>
        from edge in Dependencies(types, root)
        where edge.Stage == "Rendering"
        where
            Impure.Any(impure => IsIn(edge.Target, impure))
            || IsIn(edge.Target, $"{root}.Database")
            || (Files.Contains(edge.Target) && OuterName(edge.From) != "TemplateFolder")
        select $"{edge.From} uses {edge.Target}";

    /// <summary>A door that queries the database would own a rule of its own about what it finds.</summary>
    public static IEnumerable<string> IsADoorThatQueries(IEnumerable<IType> types, string root) =>
        from edge in Dependencies(types, root)
        where edge.Stage is "Web" or "Cli" && IsIn(edge.Target, "Microsoft.EntityFrameworkCore")
        select $"{edge.From} uses {edge.Target}";

    public static IEnumerable<string> IsNamedAfterNothing(IEnumerable<IType> types, string root) =>
        from type in types
        where IsIn(type.FullName, root) && !type.FullName.Contains('<', StringComparison.Ordinal)
        where Array.Exists(Empty, suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal))
        select type.FullName;

    public static IEnumerable<string> IsOpenForInheritance(IEnumerable<IType> types, string root) =>
        from type in types.OfType<Class>()
        where IsIn(type.FullName, root) && !IsGenerated(type) && type.IsSealed == false && type.IsAbstract == false
        select type.FullName;

    private static IEnumerable<(string From, string Stage, string Target)> Dependencies(
        IEnumerable<IType> types,
        string root
    ) =>
        types
            .Where(type => IsIn(type.FullName, root) && !IsGenerated(type.FullName))
            .SelectMany(type =>
                type.GetTypeDependencies()
                    .Select(target => (type.FullName, StageOf(type.FullName, root), target.FullName))
                    .Distinct()
            );

    private static bool IsGenerated(Class type) =>
        type.FullName.Contains('<', StringComparison.Ordinal)
        || IsGenerated(type.FullName)
        || type.FullName.Contains("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || type.FullName.Contains("System.Text.RegularExpressions.Generated", StringComparison.Ordinal);

    private static int Position(string stage) => Stages.ToList().IndexOf(stage);

    private static string StageOf(string name, string root) =>
        name.StartsWith(root + ".", StringComparison.Ordinal)
        && name[(root.Length + 1)..].Contains('.', StringComparison.Ordinal)
            ? name[(root.Length + 1)..].Split('.', '+', '/')[0]
            : "";

    private static bool IsIn(string name, string space) =>
        name == space
        || name.StartsWith(space + ".", StringComparison.Ordinal)
        || name.StartsWith(space + "+", StringComparison.Ordinal);

    private static string OuterName(string name) => name.Split('.')[^1].Split('+', '/', '`')[0];

    private static bool IsGenerated(string type) =>
        type.Contains(".Migrations.", StringComparison.Ordinal)
        || type.Contains(".Database.Models.", StringComparison.Ordinal);
}
