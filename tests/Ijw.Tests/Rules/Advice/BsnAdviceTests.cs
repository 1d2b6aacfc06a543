using System.Text;
using System.Text.RegularExpressions;
using Ijw.Catalogue;
using Ijw.Examples;

namespace Ijw.Tests.Rules.Advice;

/// <summary>
/// A sender that uses what looks like a BSN as an identification of its own is advised, once for each field; nothing is refused for it.
/// </summary>
public sealed partial class BsnAdviceTests
{
    private const string Bsn = "999900006";

    private static readonly Dictionary<string, string[]> OwnFields = new()
    {
        ["JW315"] = ["Identificatie", "ReferentieAanbieder"],
        ["JW317"] = ["Identificatie", "ReferentieAanbieder"],
        ["JW323"] = ["Identificatie", "DeclaratieNummer", "ReferentieNummer"],
    };

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_every_bericht_the_first_of_each_field_that_its_sender_chose_is_advised_on(string kind)
    {
        var advice = Advice(kind, Bsn);

        var isRetour = Standard.Find(kind)!.IsRetour;
        Assert.Equal(
            isRetour ? ["IdentificatieRetour"] : OwnFields.GetValueOrDefault(kind, ["Identificatie"]),
            advice.Select(bevinding => bevinding.Path[(bevinding.Path.LastIndexOf('/') + 1)..])
        );
        Assert.All(
            advice,
            bevinding =>
            {
                Assert.Equal((2, null, true, false), (bevinding.Level, bevinding.Retourcode, bevinding.Advice, bevinding.Chain));
                Assert.Equal(FindingTexts.Of("BSN").Single().Text, bevinding.Text);
            }
        );
    }

    [Theory]
    [InlineData("999900007")]
    [InlineData("9999000060")]
    [InlineData("000000000")]
    [InlineData("A1")]
    public void What_does_not_look_like_a_BSN_is_not_advised_on(string identification) => Assert.Empty(Advice("JW323", identification));

    /// <summary>Past any identification, and past what is set aside to compare one.</summary>
    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(20_000)]
    public void A_value_of_any_length_gets_a_verdict(int length)
    {
        var bericht = Encoding.UTF8.GetString(BerichtGenerator.Make(Standard.Find("JW323")!, 7));
        var changed = References().Replace(bericht, found => $"{found.Groups[1].Value}>{new string('9', length)}<");

        Assert.DoesNotContain(BerichtCheck.Check(Encoding.UTF8.GetBytes(changed)).Bevindingen, bevinding => bevinding.Rule == "BSN");
    }

    private static List<Bevinding> Advice(string kind, string identification)
    {
        var bericht = Encoding.UTF8.GetString(BerichtGenerator.Make(Standard.Find(kind)!, 7));
        var plain = BerichtCheck.Check(Encoding.UTF8.GetBytes(References().Replace(bericht, found => $"{found.Groups[1].Value}>A1<")));
        var changed = BerichtCheck.Check(
            Encoding.UTF8.GetBytes(References().Replace(bericht, found => $"{found.Groups[1].Value}>{identification}<"))
        );
        Assert.Equal(plain.Oordeel, changed.Oordeel);
        Assert.DoesNotContain(plain.Bevindingen, bevinding => bevinding.Rule == "BSN");
        return [.. changed.Bevindingen.Where(bevinding => bevinding.Rule == "BSN")];
    }

    [GeneratedRegex("([:<](?:Identificatie|IdentificatieRetour|DeclaratieNummer|ReferentieNummer|ReferentieAanbieder))>[^<\\s][^<]*<")]
    private static partial Regex References();
}
