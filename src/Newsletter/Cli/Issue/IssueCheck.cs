using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Review;

namespace Newsletter.Cli;

internal static class IssueCheck
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        return Verb.Of(
            "check",
            "The pre-flight; status 1 when something blocks.",
            [id],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var report = await session.Stage<Approval>().CheckAsync(session.Get(id), cancel);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = session.Get(id),
                        ["blocking"] = Findings(report.Blocking),
                        ["warnings"] = Findings(report.Warnings),
                        ["notes"] = Findings(report.Notes),
                        ["htmlBytes"] = report.HtmlBytes,
                    },
                    [
                        .. report.Blocking.Select(finding => $"blocks   {finding.Rule}: {finding.What}"),
                        .. report.Warnings.Select(finding => $"warning  {finding.Rule}: {finding.What}"),
                        .. report.Notes.Select(finding => $"note     {finding.Rule}: {finding.What}"),
                        $"Issue {session.Get(id)} {(report.Passes ? "may go" : "may not go")}; its HTML part has {report.HtmlBytes} bytes.",
                    ]
                );
                return report.Passes ? Verb.Done : Verb.Refused;
            }
        );
    }

    private static JsonArray Findings(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => new JsonObject { ["rule"] = finding.Rule, ["what"] = finding.What })];
}
