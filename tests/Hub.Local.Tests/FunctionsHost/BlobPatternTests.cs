using Hub.Local.FunctionsHost.App;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The path of a blobTrigger.</summary>
public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("inbox/{name}.{ext}", "hello.txt", "name=hello;ext=txt")]
    [InlineData("inbox/{name}.{ext}", "a.b/c.d.txt", "name=a.b/c.d;ext=txt")]
    [InlineData("inbox/{name}.{ext}", "hello", null)]
    [InlineData("inbox/in-{name}", "in-", "name=")]
    [InlineData("inbox/in-{name}", "uit-1", null)]
    [InlineData("inbox/{{2026}}/{name}", "{2026}/x", "name=x")]
    [InlineData("inbox/only.this", "only.this", "")]
    [InlineData("inbox/only.this", "onlyXthis", null)]
    public void A_name_gives_the_values_of_the_parameters(string path, string blob, string? expected)
    {
        var values = BlobPattern.TryParse(path)!.Match(blob);
        Assert.Equal(expected, values is null ? null : string.Join(';', values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void What_comes_before_the_first_parameter_narrows_the_listing()
    {
        var pattern = BlobPattern.TryParse("inbox/{{2026}}/in-{name}.xml")!;
        Assert.Equal(("inbox", "{2026}/in-"), (pattern.Container, pattern.Prefix));
    }
}
