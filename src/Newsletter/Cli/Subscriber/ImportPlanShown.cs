using System.Text.Json.Nodes;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Cli;

/// <summary>How a file of readers is understood, for people and for scripts.</summary>
internal static class ImportPlanShown
{
    /// <summary>In one line: the columns that are used, and how many are left out.</summary>
    public static string Short(ImportPlan plan)
    {
        var used = plan.Columns.All.Where(column => column.Meaning is not ColumnMeaning.LeftOut).ToList();
        var left = plan.Columns.All.Count - used.Count;
        return $"{Kind(plan)} {string.Join(", ", used.Select(Column))}{(left > 0 ? $"; {left} left out" : "")}. --dry-run shows more.";
    }

    /// <summary>A line a column, then the first rows as they would be.</summary>
    public static IEnumerable<string> Whole(ImportPlan plan, ImportResult result)
    {
        yield return Kind(plan);
        foreach (var column in plan.Columns.All)
            yield return $"  {Column(column)}";
        if (plan.Columns.SaidByFile is { } said)
            yield return $"  the name of the file, or its columns, say of every row: {said.Word}";
        foreach (var (row, becomes) in result.Sample)
            yield return $"  line {row.Line}: {string.Join("; ", Parts(row, becomes))}";
    }

    public static JsonArray Columns(ImportPlan plan) =>
        new([
            .. plan.Columns.All.Select(column => new JsonObject { ["column"] = column.Header, ["as"] = column.Words }),
        ]);

    public static JsonArray Sample(ImportResult result) =>
        new([
            .. result.Sample.Select(one => new JsonObject
            {
                ["line"] = one.Row.Line,
                ["email"] = one.Row.Address.Value,
                ["name"] = one.Row.Name,
                ["becomes"] = one.Becomes,
                ["status"] = one.Row.Status,
                ["joinedAt"] = Written.Instant(one.Row.JoinedAt),
                ["tags"] = new JsonArray([.. one.Row.Tags.Select(tag => JsonValue.Create(tag))]),
                ["fields"] = new JsonObject(
                    one.Row.Fields.Select(field =>
                        KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))
                    )
                ),
            }),
        ]);

    private static string Kind(ImportPlan plan) =>
        $"{plan.File.Name}: {plan.EncodingWord}, separated by {plan.SeparatorWord}, read as {plan.SystemWord}:";

    private static string Column(ColumnUse column) =>
        $"\"{column.Header}\" is {(column.Meaning is ColumnMeaning.Field && column.Field is null ? "left out" : column.Words)}";

    private static IEnumerable<string> Parts(ImportRow row, string becomes)
    {
        yield return row.Name is null ? row.Address.Value : $"{row.Name} <{row.Address.Value}>";
        yield return becomes;
        if (row.JoinedAt is { } joined)
            yield return $"agreed {Written.Local(joined)}";
        if (row.Tags.Count > 0)
            yield return $"tags {string.Join(", ", row.Tags)}";
        foreach (var (name, value) in row.Fields)
            yield return $"{name} {value}";
    }
}
