namespace Newsletter.Subscribers.Importing;

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
internal sealed record RefusedRow(long Line, string Why);
