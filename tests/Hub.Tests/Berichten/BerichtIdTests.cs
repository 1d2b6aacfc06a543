using System.Security.Cryptography;
using Hub.Berichten;
using Hub.Tests.Gedeeld;

namespace Hub.Tests.Berichten;

public class BerichtIdTests
{
    private static readonly byte[] Inhoud = SHA256.HashData("a"u8);

    [Fact]
    public void An_id_is_the_length_prefixed_hash_behind_the_gemeentecode()
    {
        var invoer = new List<byte>();
        foreach (var deel in (byte[][])["440"u8.ToArray(), "90000001"u8.ToArray(), "T1"u8.ToArray(), [], Inhoud])
            invoer.AddRange([0, 0, 0, (byte)deel.Length, .. deel]);
        var verwacht = "0503-" + Convert.ToHexStringLower(SHA256.HashData(invoer.ToArray()))[..32];

        Assert.Equal(verwacht, BerichtId.Van(Koppen.Kop("JW307", "90000001", "0503"), Inhoud));
        Assert.True(BerichtId.IsGeldig(verwacht));
    }

    [Fact]
    public void Another_identificatie_afzender_soort_or_content_is_another_bericht()
    {
        var ids = new[]
        {
            BerichtId.Van(Koppen.Kop("JW307", "90000001", "0503"), Inhoud),
            BerichtId.Van(Koppen.Kop("JW307", "90000001", "0503", "T2"), Inhoud),
            BerichtId.Van(Koppen.Kop("JW307", "90000002", "0503"), Inhoud),
            BerichtId.Van(Koppen.Kop("JW305", "90000001", "0503"), Inhoud),
            BerichtId.Van(Koppen.Kop("JW307", "90000001", "0503"), SHA256.HashData("b"u8)),
            BerichtId.Van(Koppen.Kop("JW307", "90000001", "0503") with { IdentificatieRetour = "R" }, Inhoud),
        };

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Characters_do_not_move_from_one_field_to_the_next()
    {
        var een = Koppen.Kop("JW308", "90000001", "0503", "AB") with { IdentificatieRetour = "C" };
        var twee = Koppen.Kop("JW308", "90000001", "0503", "A") with { IdentificatieRetour = "BC" };

        Assert.NotEqual(BerichtId.Van(een, Inhoud), BerichtId.Van(twee, Inhoud));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0503")]
    [InlineData("0503-ABCDEF00112233445566778899aabbcc")]
    [InlineData("0503-abcdef00112233445566778899aabbc'")]
    [InlineData("٠503-abcdef00112233445566778899aabbcc")]
    [InlineData("0503_abcdef00112233445566778899aabbcc")]
    public void What_is_no_id_is_not_looked_up(string? tekst) => Assert.False(BerichtId.IsGeldig(tekst));
}
