using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Architecture;

public sealed class HouseRulesTests
{
    private const string Product = "Newsletter";
    private const string Planted = "Newsletter.Tests.Architecture.Offenders";

    private static readonly IReadOnlyList<IType> ProductTypes = Load(typeof(Refusal).Assembly);
    private static readonly IReadOnlyList<IType> TestTypes = Load(typeof(HouseRulesTests).Assembly);

    /// <summary>Each rule, with the offender that is planted against it.</summary>
    public static TheoryData<string, string> Rules { get; } =
        new()
        {
            { nameof(HouseRules.KnowsALaterStage), "Columns.KnowsIssues" },
            { nameof(HouseRules.DatabaseNamesAStage), "Database.NamesColumns" },
            { nameof(HouseRules.UsesALibraryOutsideItsEdge), "Issues.SpeaksSmtp" },
            { nameof(HouseRules.RendersImpurely), "Rendering.AsksTheClock" },
            { nameof(HouseRules.IsADoorThatQueries), "Web.Queries" },
            { nameof(HouseRules.IsNamedAfterNothing), "Issues.MailHelper" },
            { nameof(HouseRules.IsOpenForInheritance), "Issues.OpenForInheritance" },
        };

    [Theory, MemberData(nameof(Rules))]
    public void The_product_keeps_the_rule(string rule, string offender)
    {
        Assert.NotEmpty(offender);
        Assert.Empty(Ask(rule, ProductTypes, Product));
    }

    [Theory, MemberData(nameof(Rules))]
    public void The_rule_finds_its_planted_offender_and_no_other(string rule, string offender)
    {
        var found = Ask(rule, TestTypes, Planted).Select(line => line.Split(' ')[0]).Distinct().ToList();
        Assert.Equal([$"{Planted}.{offender}"], found);
    }

    [Fact]
    public void Every_folder_of_the_product_is_a_stage_or_stands_outside_the_order()
    {
        var folders = Directory
            .GetDirectories(Path.Combine(Repository.Root, "src", "Newsletter"))
            .Select(path => Path.GetFileName(path))
            .Except(["bin", "obj", "Properties", "data"]);
        Assert.Empty(folders.Except([.. HouseRules.Stages, "Database"]));
    }

    private static IEnumerable<string> Ask(string rule, IReadOnlyList<IType> types, string root) =>
        rule switch
        {
            nameof(HouseRules.KnowsALaterStage) => HouseRules.KnowsALaterStage(types, root),
            nameof(HouseRules.DatabaseNamesAStage) => HouseRules.DatabaseNamesAStage(types, root),
            nameof(HouseRules.UsesALibraryOutsideItsEdge) => HouseRules.UsesALibraryOutsideItsEdge(types, root),
            nameof(HouseRules.RendersImpurely) => HouseRules.RendersImpurely(types, root),
            nameof(HouseRules.IsADoorThatQueries) => HouseRules.IsADoorThatQueries(types, root),
            nameof(HouseRules.IsNamedAfterNothing) => HouseRules.IsNamedAfterNothing(types, root),
            nameof(HouseRules.IsOpenForInheritance) => HouseRules.IsOpenForInheritance(types, root),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
        };

    private static List<IType> Load(System.Reflection.Assembly assembly) =>
        [.. new ArchLoader().LoadAssemblies(assembly).Build().Types];
}
