using Hub.Berichten;

namespace Hub.Tests.Berichten;

/// <summary>A text that a table keeps and only who has the key reads.</summary>
public class SealTests
{
    private static readonly ClientKeys Keys = Make("1", 7);

    [Theory]
    [InlineData("")]
    [InlineData("D202610-é")]
    [InlineData("45\n45A04\n2026-10-01")]
    public void Opened_it_is_the_text_and_sealed_again_the_same(string text)
    {
        var made = Keys.Seal(text);

        Assert.Equal(text, Keys.Open(made));
        Assert.Equal(made, Keys.Seal(text));
        Assert.NotEqual(made, Keys.Seal(text + "x"));
    }

    [Fact]
    public void It_shows_nothing_of_the_text() => Assert.DoesNotContain("45A04", Keys.Seal("45A04"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void With_another_key_or_changed_it_is_refused()
    {
        var made = Keys.Seal("D202610");
        var changed = made[..^1] + (made[^1] == 'A' ? 'E' : 'A');

        Assert.Throws<FormatException>(() => Make("1", 8).Open(made));
        Assert.Throws<FormatException>(() => Make("2", 7).Open(made));
        Assert.Throws<FormatException>(() => Keys.Open(changed));
        Assert.Throws<FormatException>(() => Keys.Open("1.AAAA"));
        Assert.Throws<FormatException>(() => Keys.Open("D202610"));
    }

    private static ClientKeys Make(string id, byte filled) => new(id, [.. Enumerable.Repeat(filled, ClientKeys.MinLength)]);
}
