using Ijw.Tests.Shared;

namespace Ijw.Tests.Xml;

public class ByteOrderMarkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(26)]
    [InlineData(int.MaxValue)]
    public void It_takes_no_column_however_the_bytes_are_cut(int piece)
    {
        var declaratie = ("\uFEFF" + TestBericht.With("UTF-8", "ISO-8859-1")).Utf8();
        var root = (
            "\uFEFF"
            + TestBericht
                .JW305[(TestBericht.JW305.IndexOf("?>", StringComparison.Ordinal) + 3)..]
                .Replace("3_2/jw305", "3_1/jw305", StringComparison.Ordinal)
        ).Utf8();

        foreach (var bericht in (byte[][])[declaratie, root])
        {
            var bevinding = Assert.Single(Checks.Check(bericht, piece).Bevindingen);
            Assert.Equal((1, 1), (bevinding.LineNumber, bevinding.Column));
        }
    }
}
