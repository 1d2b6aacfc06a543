using Hub.Postbus;

namespace Hub.Tests.Postbus;

public class CursorTests
{
    [Theory]
    [InlineData(null, 0L)]
    [InlineData("", 0L)]
    [InlineData("0503-0", 0L)]
    [InlineData("0503-17", 17L)]
    [InlineData("0518-17", null)]
    [InlineData("0503-", null)]
    [InlineData("0503--1", null)]
    [InlineData("0503-x", null)]
    [InlineData("050317", null)]
    public void Only_a_cursor_of_the_same_postbus_is_read(string? cursor, long? number) =>
        Assert.Equal(number, Cursor.Read("0503", cursor));

    [Fact]
    public void What_was_written_is_read() => Assert.Equal(42, Cursor.Read("90000004", Cursor.Write("90000004", 42)));
}
