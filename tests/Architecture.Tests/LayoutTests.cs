namespace Architecture.Tests;

/// <summary>CSharpier lays code out within 140 columns; strings and comments it leaves, so those are held here.</summary>
public class LayoutTests
{
    [Fact]
    public void No_line_is_past_140_columns() =>
        Assert.Empty(
            from file in new[] { "src", "tests" }.SelectMany(Repository.Sources)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > 140
            select $"{Path.GetRelativePath(RootFolder.Complete, file)}:{line.Index + 1}"
        );
}
