using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Hosting.Diagnosis;

namespace Newsletter.Cli;

/// <summary><c>newsletter doctor</c>: a line each, ok or what is wrong; status 1 when something is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Command() =>
        Verb.Of(
            "doctor",
            "Looks at settings, database, templates, relay and DNS.",
            [],
            DatabaseNeed.None,
            async (session, cancel) =>
            {
                var checks = new List<Check>();
                await foreach (var check in session.Stage<Doctor>().ExamineAsync(cancel))
                {
                    checks.Add(check);
                    if (!session.Terminal.Json)
                        session.Terminal.Line($"{Written.Word(check.State), -6} {check.What}: {check.Says}");
                }

                if (session.Terminal.Json)
                    session.Terminal.Result(new JsonArray([.. checks.Select(Document)]));
                return checks.Any(check => check.State is CheckState.Wrong) ? Verb.Refused : Verb.Done;
            }
        );

    private static JsonNode Document(Check check) =>
        new JsonObject
        {
            ["what"] = check.What,
            ["state"] = Written.Word(check.State),
            ["says"] = check.Says,
        };
}
