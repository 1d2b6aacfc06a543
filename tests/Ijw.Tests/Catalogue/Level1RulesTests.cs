using Ijw.Catalogue;
using Ijw.Tests.Rules;

namespace Ijw.Tests.Catalogue;

/// <summary>Each rule of level 1 that the catalogue calls checked is found when it is broken.</summary>
public sealed class Level1RulesTests
{
    /// <summary>Per rule of level 1 a bericht, the element that breaks it and the value with which it does.</summary>
    public static TheoryData<string, string, string, string> Violations =>
        new()
        {
            { "RS001", "JW323", "Declaratie/TotaalIngediendBedrag/TotaalBedrag", "-1" },
            { "RS002", "JW301", "Client/Relaties/Relatie/Volgorde", "100" },
            { "RS004", "JW301", "Client/Relaties/Relatie/Contact/Adres/Huis/Huisnummer", "100000" },
            { "RS005", "JW301", "Client/ToegewezenProducten/ToegewezenProduct[3]/Budget", "100000000" },
            { "RS006", "JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/ToewijzingNummer", "1000000000" },
            { "RS008", "JW301", "Client/Relaties/Relatie/Contact/Adres/Huis/Huisletter", "ab" },
            { "RS010", "JW301", "Header/BerichtCode", "0436" },
            { "RS011", "JW301", "Client/Relaties/Relatie/Contact/Adres/Huis/HuisnummerToevoeging", "12345" },
            { "RS012", "JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/Product/Code", "45A004" },
            { "RS013", "JW301", "Client/Naam/Voorletters", "ABCDEFG" },
            { "RS014", "JW301", "Client/Relaties/Relatie/Contact/Adres/Postcode", "123456789" },
            { "RS015", "JW301", "Client/Bsn", "9999000060" },
            { "RS016", "JW301", "Client/Naam/Geslachtsnaam/Voorvoegsel", "van der van" },
            { "RS017", "JW301", "Header/BerichtIdentificatie/Identificatie", "1234567890123" },
            { "RS018", "JW301", "Client/Relaties/Relatie/Contact/Telefoon/Telefoon01/Telefoonnummer", "1234567890123456" },
            { "RS019", "JW301", "Client/Relaties/Relatie/Nummer", "123456789012345678901" },
            { "RS020", "JW301", "Client/Relaties/Relatie/Contact/Adres/Straatnaam", "Burgemeester Voorbeeldlaan" },
            { "RS021", "JW301", "Client/Communicatie/Taal", "Pools, en anders ook Duits" },
            { "RS023", "JW301", "Client/Relaties/Relatie/Contact/Organisatie", "Instelling voor verzonnen voorbeelden" },
            {
                "RS024",
                "JW315",
                "Client/AangevraagdeProducten/AangevraagdProduct[1]/ReferentieAanbieder",
                "VOT-4567890123456789012345678901234567"
            },
            { "RS025", "JW315", "Client/AangevraagdeProducten/AangevraagdProduct[1]/Verwijzer/Naam", new string('x', 65) },
            { "RS026", "JW301", "Client/Relaties/Relatie/Contact/Adres/Plaatsnaam", new string('x', 81) },
            { "RS028", "JW301", "Client/Naam/Geslachtsnaam/Achternaam", new string('x', 201) },
            { "RS031", "JW301", "Client/Commentaar", " " },
            { "RS032", "JW301", "Client/Geboortedatum/Datum", "2012-02-30" },
            { "RS033", "JW301", "Client/Communicatie/Taal", " " },
            { "RS034", "JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingstijd", "10:00:00Z" },
            { "RS035", "JW301", "Header/Afzender", "503" },
            { "RS036", "JW301", "Header/Ontvanger", "9000001" },
            { "RS037", "JW301", "Client/Bsn", "99990000" },
            { "RS040", "JW323", "Declaratie/TotaalIngediendBedrag/TotaalBedrag", "1000000000000" },
            { "RS045", "JW301", "Client/Naam/Voorletters", "S.M." },
            { "RS046", "JW301", "Client/Relaties/Relatie/Contact/Telefoon/Telefoon01/Telefoonnummer", "015-0000000" },
            { "RS047", "JW301", "Header/BerichtCode", "437" },
            { "RS048", "JW301", "Header/XsdVersie/BerichtXsdVersie", "1.0" },
            { "CS015", "JW301", "Header/BerichtSubversie", "1" },
            { "CS025", "JW301", "Header/BerichtVersie", "2" },
            { "CS319", "JW323", "Declaratie/DeclaratieNummer", "D-2026-05" },
        };

    [Fact]
    public void Every_rule_of_level_1_is_broken_in_a_test_below()
    {
        Assert.Equal(
            RuleCatalogue.All.Where(rule => rule is { Level: 1, IsChecked: true } && rule.Code != "RS009").Select(rule => rule.Code),
            Violations
                .Select(violation => violation.Data.Item1)
                .OrderBy(code => !code.StartsWith("RS", StringComparison.Ordinal))
                .ThenBy(code => code)
        );
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public void Breaking_a_rule_of_level_1_is_found_under_its_code(string code, string kind, string path, string value)
    {
        var outcome = Check(kind, path, value);

        Assert.Equal(Oordeel.NoBericht, outcome.Oordeel);
        Assert.Contains(
            (1, code, null, $"/Bericht/{path}"),
            outcome.Bevindingen.Select(one => (one.Level, one.Rule, one.Retourcode, one.Path))
        );
    }

    [Fact]
    public void A_code_that_is_too_long_RS009_is_found_as_one_that_is_not_in_its_list()
    {
        const string path = "Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Eenheid";
        var bevinding = Assert.Single(Check("JW301", path, "004").Bevindingen);
        Assert.Equal((1, "XSD", $"/Bericht/{path}"), (bevinding.Level, bevinding.Rule, bevinding.Path));
        Assert.Contains("codelijst Eenheid (WJ756)", bevinding.Text, StringComparison.Ordinal);
    }

    private static CheckOutcome Check(string kind, string path, string value)
    {
        var check = new BerichtCheck();
        check.Feed(RulePages.Bericht(new Case(path, new Bericht(Standard.Find(kind)!, [$"{path} = {value}"]), [])));
        return check.Complete();
    }
}
