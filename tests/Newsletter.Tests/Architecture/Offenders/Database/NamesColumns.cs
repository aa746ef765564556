using Newsletter.Tests.Architecture.Offenders.Columns;

namespace Newsletter.Tests.Architecture.Offenders.Database;

/// <summary>Planted: the database names a stage.</summary>
internal sealed class NamesColumns
{
    public KnowsIssues? Column { get; set; }
}
