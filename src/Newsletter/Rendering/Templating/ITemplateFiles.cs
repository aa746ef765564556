using Scriban;

namespace Newsletter.Rendering.Templating;

/// <summary>Where the parts of one template are: in its folder, or frozen with an approved issue.</summary>
internal interface ITemplateFiles
{
    /// <summary>Where a part is; null where there is none.</summary>
    string? Find(string part);

    /// <param name="path">What <see cref="Find"/> gave.</param>
    /// <exception cref="Refusal">The part does not parse.</exception>
    Template Parsed(string path);
}
