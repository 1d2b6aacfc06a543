using Ijw.Catalogue;
using Ijw.Tests.Rules;

namespace Ijw.Tests.Catalogue;

/// <summary>Each rule of level 1 that the catalogue calls checked is found when it is broken.</summary>
public sealed class Niveau1RegelsTests
{
    /// <summary>Per rule of level 1 a bericht, the element that breaks it and the value with which it does.</summary>
    public static TheoryData<string, string, string, string> Overtredingen => new()
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
        { "RS024", "JW315", "Client/AangevraagdeProducten/AangevraagdProduct[1]/ReferentieAanbieder", "VOT-4567890123456789012345678901234567" },
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
            Regelcatalogus.Alle.Where(regel => regel is { Niveau: 1, IsGecontroleerd: true } && regel.Code != "RS009").Select(regel => regel.Code),
            Overtredingen.Select(overtreding => overtreding.Data.Item1).OrderBy(code => !code.StartsWith("RS", StringComparison.Ordinal)).ThenBy(code => code));
    }

    [Theory]
    [MemberData(nameof(Overtredingen))]
    public void Breaking_a_rule_of_level_1_is_found_under_its_code(string code, string soort, string pad, string waarde)
    {
        var resultaat = Controleer(soort, pad, waarde);

        Assert.Equal(Oordeel.GeenBericht, resultaat.Oordeel);
        Assert.Contains((1, code, null, $"/Bericht/{pad}"), resultaat.Bevindingen.Select(een => (een.Niveau, een.Regel, een.Retourcode, een.Pad)));
    }

    [Fact]
    public void A_code_that_is_too_long_RS009_is_found_as_one_that_is_not_in_its_list()
    {
        const string pad = "Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Eenheid";
        var bevinding = Assert.Single(Controleer("JW301", pad, "004").Bevindingen);
        Assert.Equal((1, "XSD", $"/Bericht/{pad}"), (bevinding.Niveau, bevinding.Regel, bevinding.Pad));
        Assert.Contains("codelijst Eenheid (WJ756)", bevinding.Tekst, StringComparison.Ordinal);
    }

    private static ControleResultaat Controleer(string soort, string pad, string waarde)
    {
        var controle = new BerichtControle();
        controle.Feed(RegelPaginas.Bericht(new Geval(pad, new Bericht(Standaard.Zoek(soort)!, [$"{pad} = {waarde}"]), [])));
        return controle.Complete();
    }
}
