using System.Text;
using Hub.Berichten;

namespace Hub.Tests.Register;

public class ClientsleutelsTests
{
    private static readonly byte[] Sleutel = Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000");

    // Worked out with: printf 999900006 | openssl dgst -sha256 -hmac alleen-voor-deze-machine-0000000
    [Fact]
    public void A_key_is_the_head_of_an_hmac_with_the_name_of_the_secret_before_it() =>
        Assert.Equal("1.wuhJ0bhfxjoZmDWQQlkCzg", new Clientsleutels("1", Sleutel).Van("999900006").Waarde);

    [Fact]
    public void Another_bsn_and_another_secret_give_another_key_and_none_holds_the_bsn()
    {
        var anders = Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000001");
        string[] sleutels =
        [
            new Clientsleutels("1", Sleutel).Van("999900006").Waarde,
            new Clientsleutels("1", Sleutel).Van("999900018").Waarde,
            new Clientsleutels("1", anders).Van("999900006").Waarde,
            new Clientsleutels("2", Sleutel).Van("999900006").Waarde,
        ];

        Assert.Equal(4, sleutels.Distinct().Count());
        Assert.All(sleutels, sleutel => Assert.DoesNotContain("999900006", sleutel, StringComparison.Ordinal));
        Assert.Equal(sleutels[0], new Clientsleutels("1", Sleutel).Van("999900006").Waarde);
    }

    [Theory]
    [InlineData("999900006", "bsn-")]
    [InlineData("D999900006", "bsn-")]
    [InlineData("2026999900006", "cijfers-")]
    public void An_identification_that_may_hold_a_bsn_is_kept_as_a_key_of_the_same_length_always(string tekst, string voor)
    {
        var sleutels = new Clientsleutels("1", Sleutel);

        var bewaard = sleutels.Identification(tekst);

        Assert.Matches($"^{voor}[0-9A-HJKMNP-TV-Z]{{12}}$", bewaard);
        Assert.Equal(bewaard, sleutels.Identification(tekst));
        Assert.NotEqual(bewaard, sleutels.Identification(tekst + "x"));
        Assert.NotEqual(bewaard, new Clientsleutels("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000001")).Identification(tekst));
        Assert.True(Clientsleutels.IsKeyed(bewaard));
    }

    [Theory]
    [InlineData("VLT25000001")]
    [InlineData("999900007")]
    public void Any_other_identification_is_kept_as_it_is(string tekst)
    {
        Assert.Equal(tekst, new Clientsleutels("1", Sleutel).Identification(tekst));
        Assert.False(Clientsleutels.IsKeyed(tekst));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1-2")]
    [InlineData("123456789")]
    public void An_id_that_cannot_name_a_table_is_refused(string id) => Assert.Throws<ArgumentException>(() => new Clientsleutels(id, Sleutel));

    [Fact]
    public void A_secret_that_is_too_short_is_refused() => Assert.Throws<ArgumentException>(() => new Clientsleutels("1", Sleutel[..31]));
}
