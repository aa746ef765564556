using Scriban;

namespace Newsletter.Rendering.Templating;

/// <summary>One file of a template, as it is written and as it is understood.</summary>
internal sealed record Part(string Source, Template Parsed);
