namespace Newsletter.Columns;

/// <summary>Something of the source that is not part of the column, and why it was left out.</summary>
/// <param name="Text">What was dropped, cut to 200 characters.</param>
/// <param name="Why">A sentence for the person who added the file.</param>
internal sealed record Dropped(string Text, string Why);
