namespace Newsletter.Subscribers.Importing;

/// <param name="Publication">Slug.</param>
/// <param name="From">The system that wrote the file, by its name, or auto.</param>
/// <param name="Consent">How these people agreed; null where nobody can say.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
internal sealed record ImportOrder(string File, string Publication, string From, string? Consent, bool DryRun);
