namespace Newsletter;

/// <summary>
/// What a person asked cannot be done. The message is one sentence or two that say what, where and what to do;
/// doors show it as it stands, and never with a stack trace. Everything is left as it was.
/// </summary>
internal sealed class Refusal : Exception
{
    public Refusal(string sentence)
        : base(sentence) { }

    public Refusal(string sentence, Exception cause)
        : base(sentence, cause) { }
}
