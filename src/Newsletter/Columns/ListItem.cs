namespace Newsletter.Columns;

/// <param name="Content">Mostly one paragraph; nested lists and further blocks are possible.</param>
/// <param name="Done">For a task list whether it is ticked; null for any other item.</param>
internal sealed record ListItem(IReadOnlyList<Block> Content, bool? Done = null);
