using Microsoft.Extensions.Primitives;

namespace Newsletter.Web.Readers;

/// <summary>What a page's form held. What cannot be read as a form is an empty one: each page says what it misses.</summary>
internal sealed class PostedForm
{
    private readonly IFormCollection fields;

    private PostedForm(IFormCollection fields) => this.fields = fields;

    /// <returns>Null where it is larger than any form of ours.</returns>
    public static async Task<PostedForm?> ReadOrNullAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > ReaderPage.LargestBody)
            return null;
        try
        {
            return new PostedForm(
                request.HasFormContentType ? await request.ReadFormAsync(cancel) : FormCollection.Empty
            );
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            // Too many fields, too long names, a boundary that is none; or cut off.
            return new PostedForm(FormCollection.Empty);
        }
    }

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The first value of that name; null where there is none.</summary>
    public string? Text(string name) => fields.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>All values of that name, as of boxes that were ticked.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        fields.TryGetValue(name, out StringValues values) ? [.. values.OfType<string>()] : [];
}
