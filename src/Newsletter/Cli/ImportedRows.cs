using System.Globalization;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Cli;

/// <summary>The progress of an import, as <see cref="LongWork"/> shows it.</summary>
internal sealed class ImportedRows(IProgress<WorkDone> done) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) =>
        done.Report(new WorkDone(value.Share, string.Create(CultureInfo.InvariantCulture, $"{value.Read:N0} rows")));
}
