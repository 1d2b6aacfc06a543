using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Xml;

public class ByteOrderMarkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(26)]
    [InlineData(int.MaxValue)]
    public void It_takes_no_column_however_the_bytes_are_cut(int stuk)
    {
        var declaratie = ("\uFEFF" + Voorbeeld.Met("UTF-8", "ISO-8859-1")).Utf8();
        var wortel = ("\uFEFF" + Voorbeeld.JW305[(Voorbeeld.JW305.IndexOf("?>", StringComparison.Ordinal) + 3)..].Replace("3_2/jw305", "3_1/jw305", StringComparison.Ordinal)).Utf8();

        foreach (var bericht in (byte[][])[declaratie, wortel])
        {
            var bevinding = Assert.Single(Controles.Controleer(bericht, stuk).Bevindingen);
            Assert.Equal((1, 1), (bevinding.Regelnummer, bevinding.Kolom));
        }
    }
}
