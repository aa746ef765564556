namespace Newsletter.Messages;

/// <param name="name">As it is written.</param>
/// <param name="body">As it stands after the colon: a blank first, folded, without the line break at its end.</param>
internal sealed class HeaderField(string name, string body)
{
    public string Name => name;

    public string Body => body;

    /// <summary>As DKIM hashes it. A field that all messages of an issue share is brought into that form once.</summary>
    public string Relaxed => field ??= RelaxedForm.Field(this);

    public override string ToString() => $"{name}:{body}\r\n";
}
