using Newsletter.Tests.Architecture.Offenders.Issues;

namespace Newsletter.Tests.Architecture.Offenders.Columns;

/// <summary>Planted: a stage that knows a later one.</summary>
internal sealed class KnowsIssues
{
    public SpeaksSmtp? Later { get; set; }
}
