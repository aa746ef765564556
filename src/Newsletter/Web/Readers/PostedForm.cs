using Microsoft.Extensions.Primitives;

namespace Newsletter.Web.Readers;

/// <summary>What a page's form held. What cannot be read as a form is an empty one: each page says what it misses.</summary>
internal sealed class PostedForm
{
    private readonly IFormCollection fields;

    private PostedForm(IFormCollection fields) => this.fields = fields;

    public static async Task<PostedForm> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return new PostedForm(FormCollection.Empty);
        try
        {
            return new PostedForm(await request.ReadFormAsync(cancel));
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            // Too many fields, too long names, a boundary that is none; too much, or cut off.
            return new PostedForm(FormCollection.Empty);
        }
    }

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The first value of that name; null where there is none.</summary>
    public string? Text(string name) => fields.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>All values of that name, as of boxes that were ticked.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        fields.TryGetValue(name, out StringValues values) ? [.. values.OfType<string>()] : [];

    /// <summary>The names of all fields.</summary>
    public IEnumerable<string> Names => fields.Keys;
}
