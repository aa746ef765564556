namespace Newsletter.Rendering.Preparing;

/// <summary>
/// Columns come with any levels, in any order. In an issue they hang below their column's title, and none is
/// skipped: a reader who walks the headings by ear must not wonder what is missing.
/// </summary>
internal sealed class HeadingLevels(int titleLevel)
{
    private const int Deepest = 6;
    private readonly Stack<int> open = new();

    public int Next(int level)
    {
        while (open.Count > 0 && open.Peek() >= level)
            open.Pop();
        open.Push(level);
        return Math.Min(titleLevel + open.Count, Deepest);
    }
}
