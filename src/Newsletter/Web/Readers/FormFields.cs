namespace Newsletter.Web.Readers;

/// <summary>Reads what a form posted. What is no form at all is an empty one: the page then shows the form.</summary>
internal static class FormFields
{
    /// <returns>Null where it is larger than any form of ours.</returns>
    public static async Task<IFormCollection?> ReadOrNullAsync(HttpRequest request)
    {
        if (request.ContentLength > ReaderPage.LargestBody)
            return null;
        try
        {
            return request.HasFormContentType
                ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
                : FormCollection.Empty;
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }
}
