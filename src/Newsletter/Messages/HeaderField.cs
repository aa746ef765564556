namespace Newsletter.Messages;

/// <param name="Body">As it stands after the colon: a blank first, folded, without the line break at its end.</param>
internal sealed record HeaderField(string Name, string Body)
{
    public override string ToString() => $"{Name}:{Body}\r\n";
}
