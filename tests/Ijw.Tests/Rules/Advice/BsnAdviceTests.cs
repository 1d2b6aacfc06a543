using System.Text;
using System.Text.RegularExpressions;
using Ijw.Catalogue;
using Ijw.Examples;

namespace Ijw.Tests.Rules.Advice;

/// <summary>A sender that uses what looks like a BSN as an identification of its own is advised, once for each field; nothing is refused for it.</summary>
public sealed partial class BsnAdviceTests
{
    private const string Bsn = "999900006";

    private static readonly Dictionary<string, string[]> OwnFields = new()
    {
        ["JW315"] = ["Identificatie", "ReferentieAanbieder"],
        ["JW317"] = ["Identificatie", "ReferentieAanbieder"],
        ["JW323"] = ["Identificatie", "DeclaratieNummer", "ReferentieNummer"],
    };

    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Of_every_bericht_the_first_of_each_field_that_its_sender_chose_is_advised_on(string soort)
    {
        var advice = Advice(soort, Bsn);

        var isRetour = Standaard.Zoek(soort)!.IsRetour;
        Assert.Equal(
            isRetour ? ["IdentificatieRetour"] : OwnFields.GetValueOrDefault(soort, ["Identificatie"]),
            advice.Select(bevinding => bevinding.Pad[(bevinding.Pad.LastIndexOf('/') + 1)..]));
        Assert.All(advice, bevinding =>
        {
            Assert.Equal((2, null, true, false), (bevinding.Niveau, bevinding.Retourcode, bevinding.Advies, bevinding.Keten));
            Assert.Equal(FindingTexts.Of("BSN").Single().Text, bevinding.Tekst);
        });
    }

    [Theory]
    [InlineData("999900007")]
    [InlineData("9999000060")]
    [InlineData("000000000")]
    [InlineData("A1")]
    public void What_does_not_look_like_a_BSN_is_not_advised_on(string identification) => Assert.Empty(Advice("JW323", identification));

    private static List<Bevinding> Advice(string soort, string identification)
    {
        var bericht = Encoding.UTF8.GetString(Berichtgenerator.Maak(Standaard.Zoek(soort)!, 7));
        var plain = BerichtControle.Controleer(Encoding.UTF8.GetBytes(References().Replace(bericht, found => $"{found.Groups[1].Value}>A1<")));
        var changed = BerichtControle.Controleer(Encoding.UTF8.GetBytes(References().Replace(bericht, found => $"{found.Groups[1].Value}>{identification}<")));
        Assert.Equal(plain.Oordeel, changed.Oordeel);
        Assert.DoesNotContain(plain.Bevindingen, bevinding => bevinding.Regel == "BSN");
        return [.. changed.Bevindingen.Where(bevinding => bevinding.Regel == "BSN")];
    }

    [GeneratedRegex("([:<](?:Identificatie|IdentificatieRetour|DeclaratieNummer|ReferentieNummer|ReferentieAanbieder))>[^<\\s][^<]*<")]
    private static partial Regex References();
}
