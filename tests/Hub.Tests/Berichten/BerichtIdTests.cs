using System.Security.Cryptography;
using Hub.Berichten;
using Hub.Tests.Shared;

namespace Hub.Tests.Berichten;

public class BerichtIdTests
{
    private static readonly byte[] Content = SHA256.HashData("a"u8);

    [Fact]
    public void An_id_is_the_length_prefixed_hash_behind_the_gemeentecode()
    {
        var input = new List<byte>();
        foreach (var part in (byte[][])["440"u8.ToArray(), "90000001"u8.ToArray(), "T1"u8.ToArray(), [], Content])
        {
            input.AddRange([0, 0, 0, (byte)part.Length, .. part]);
        }
        var expected = "0503-" + Convert.ToHexStringLower(SHA256.HashData(input.ToArray()))[..32];

        Assert.Equal(expected, BerichtId.Of(Headers.Header("JW307", "90000001", "0503"), Content));
        Assert.True(BerichtId.IsValid(expected));
    }

    [Fact]
    public void Another_identificatie_afzender_kind_or_content_is_another_bericht()
    {
        var ids = new[]
        {
            BerichtId.Of(Headers.Header("JW307", "90000001", "0503"), Content),
            BerichtId.Of(Headers.Header("JW307", "90000001", "0503", "T2"), Content),
            BerichtId.Of(Headers.Header("JW307", "90000002", "0503"), Content),
            BerichtId.Of(Headers.Header("JW305", "90000001", "0503"), Content),
            BerichtId.Of(Headers.Header("JW307", "90000001", "0503"), SHA256.HashData("b"u8)),
            BerichtId.Of(Headers.Header("JW307", "90000001", "0503") with { IdentificatieRetour = "R" }, Content),
        };

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Characters_do_not_move_from_one_field_to_the_next()
    {
        var one = Headers.Header("JW308", "90000001", "0503", "AB") with { IdentificatieRetour = "C" };
        var two = Headers.Header("JW308", "90000001", "0503", "A") with { IdentificatieRetour = "BC" };

        Assert.NotEqual(BerichtId.Of(one, Content), BerichtId.Of(two, Content));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0503")]
    [InlineData("0503-ABCDEF00112233445566778899aabbcc")]
    [InlineData("0503-abcdef00112233445566778899aabbc'")]
    [InlineData("٠503-abcdef00112233445566778899aabbcc")]
    [InlineData("0503_abcdef00112233445566778899aabbcc")]
    public void What_is_no_id_is_not_looked_up(string? text) => Assert.False(BerichtId.IsValid(text));
}
