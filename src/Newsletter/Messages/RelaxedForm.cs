using System.Text;

namespace Newsletter.Messages;

/// <summary>The "relaxed" canonical form of a header field: RFC 6376 section 3.4.2.</summary>
internal static class RelaxedForm
{
    public static string Field(HeaderField field)
    {
        var relaxed = new StringBuilder(field.Name.Length + field.Body.Length + 1);
        relaxed.Append(field.Name.ToLowerInvariant()).Append(':');
        var start = relaxed.Length;
        var blank = false;
        foreach (var c in field.Body)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                blank = true;
                continue;
            }

            if (blank && relaxed.Length > start)
                relaxed.Append(' ');
            blank = false;
            relaxed.Append(c);
        }

        return relaxed.ToString();
    }
}
