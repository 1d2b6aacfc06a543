using System.Text;
using Hub.Berichten;

namespace Hub.Tests.Register;

public class ClientKeysTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000");

    // Worked out with: printf 999900006 | openssl dgst -sha256 -hmac alleen-voor-deze-machine-0000000
    [Fact]
    public void A_key_is_the_head_of_an_hmac_with_the_name_of_the_secret_before_it() =>
        Assert.Equal("1.wuhJ0bhfxjoZmDWQQlkCzg", new ClientKeys("1", Key).Of("999900006").Value);

    [Fact]
    public void Another_bsn_and_another_secret_give_another_key_and_none_holds_the_bsn()
    {
        var otherwise = Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000001");
        string[] keys =
        [
            new ClientKeys("1", Key).Of("999900006").Value,
            new ClientKeys("1", Key).Of("999900018").Value,
            new ClientKeys("1", otherwise).Of("999900006").Value,
            new ClientKeys("2", Key).Of("999900006").Value,
        ];

        Assert.Equal(4, keys.Distinct().Count());
        Assert.All(keys, key => Assert.DoesNotContain("999900006", key, StringComparison.Ordinal));
        Assert.Equal(keys[0], new ClientKeys("1", Key).Of("999900006").Value);
    }

    [Theory]
    [InlineData("999900006", "bsn-")]
    [InlineData("D999900006", "bsn-")]
    [InlineData("2026999900006", "cijfers-")]
    public void An_identification_that_may_hold_a_bsn_is_kept_as_a_key_of_the_same_length_always(string text, string before)
    {
        var keys = new ClientKeys("1", Key);

        var stored = keys.Identification(text);

        Assert.Matches($"^{before}[0-9A-HJKMNP-TV-Z]{{12}}$", stored);
        Assert.Equal(stored, keys.Identification(text));
        Assert.NotEqual(stored, keys.Identification(text + "x"));
        Assert.NotEqual(stored, new ClientKeys("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000001")).Identification(text));
        Assert.True(ClientKeys.IsKeyed(stored));
    }

    [Theory]
    [InlineData("VLT25000001")]
    [InlineData("999900007")]
    public void Any_other_identification_is_kept_as_it_is(string text)
    {
        Assert.Equal(text, new ClientKeys("1", Key).Identification(text));
        Assert.False(ClientKeys.IsKeyed(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1-2")]
    [InlineData("123456789")]
    public void An_id_that_cannot_name_a_table_is_refused(string id) => Assert.Throws<ArgumentException>(() => new ClientKeys(id, Key));

    [Fact]
    public void A_secret_that_is_too_short_is_refused() => Assert.Throws<ArgumentException>(() => new ClientKeys("1", Key[..31]));
}
