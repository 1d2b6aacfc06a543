using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Functions.Tests.Shared;

/// <summary>Berichten for tests, with a name and a BSN that must be seen nowhere but in archive and postbus.</summary>
internal static class HubSamples
{
    public const string Aanbieder = "90000001";
    public const string Gemeente = "0503";
    public const string Name = "Zwaluwenburg";
    private const int MostProducts = 1000;
    private const int BytesPerProduct = 380;

    public const string Bsn = "999900006";

    /// <summary>An Identificatie that no other test uses; without digits, which would once in a while look like a BSN.</summary>
    public static string New() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 12);

    /// <summary>A JW307 of an aanbieder; <paramref name="duplicate"/> breaks TR101 (level 2).</summary>
    public static string Stop(
        string? identificatie = null,
        string afzender = Aanbieder,
        string ontvanger = Gemeente,
        bool duplicate = false,
        int products = 1
    )
    {
        // Past a thousand only the size counts: each product more has documents and index rows of its own, which are not what is tested.
        var padding = products > MostProducts ? new string(' ', products * BytesPerProduct) : "";
        products = products > MostProducts ? 1 : products;
        var xml = new StringBuilder(Header("jw307", "440", afzender, ontvanger, identificatie));
        xml.Append(
            CultureInfo.InvariantCulture,
            $"""
            <m:Client><m:Bsn>{Bsn}</m:Bsn><m:Geboortedatum><i:Datum>2010-02-14</i:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>
            <m:Naam><i:Geslachtsnaam><i:Achternaam>{Name}</i:Achternaam></i:Geslachtsnaam></m:Naam><m:StopProducten>
            """
        );
        for (var i = 0; i < products + (duplicate ? 1 : 0); i++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"""
                <m:StopProduct><m:ToewijzingNummer>{1000
                    + (i % products)}</m:ToewijzingNummer><m:Product><i:Categorie>45</i:Categorie><i:Code>45A04</i:Code></m:Product>
                <m:ToewijzingIngangsdatum>2026-04-01</m:ToewijzingIngangsdatum><m:Begindatum>2026-04-03</m:Begindatum>
                <m:RedenBeeindiging>31</m:RedenBeeindiging><m:Einddatum>2026-07-17</m:Einddatum>
                <m:StatusAanlevering>1</m:StatusAanlevering></m:StopProduct>

                """
            );
        }

        return xml.Append("</m:StopProducten></m:Client>").Append(padding).Append("</m:Bericht>").ToString();
    }

    /// <summary>A JW323 of an aanbieder; <paramref name="duplicate"/> breaks TR101 (level 2).</summary>
    public static string Declaratie(string? identificatie = null, bool duplicate = false)
    {
        const string prestatie = """
            <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>R1</i:ReferentieNummer></m:ProductReferentie>
            <m:ToewijzingNummer>503001</m:ToewijzingNummer>
            <m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode>
            <m:ProductPeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-21</i:Einddatum></m:ProductPeriode>
            <m:GeleverdVolume>12</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>9150</m:ProductTarief>
            <m:IngediendBedrag><i:Bedrag>109800</i:Bedrag><i:DebetCredit>D</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
            """;
        return Header("jw323", "490", Aanbieder, Gemeente, identificatie)
            + $"""
                <m:Declaratie><m:DeclaratieNummer>D2602</m:DeclaratieNummer>
                <m:DeclaratiePeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-28</i:Einddatum></m:DeclaratiePeriode>
                <m:DeclaratieDagtekening>2026-07-20</m:DeclaratieDagtekening>
                <m:TotaalIngediendBedrag><i:TotaalBedrag>109800</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
                <m:Clienten><m:Client><m:Bsn>{Bsn}</m:Bsn><m:Prestaties>{prestatie}{(
                    duplicate ? prestatie : ""
                )}</m:Prestaties></m:Client></m:Clienten>
                </m:Declaratie></m:Bericht>
                """;
    }

    /// <summary>A JW308 of the gemeente: the retour on a JW307, without codes.</summary>
    public static string StopRetour(string identificatie, string identificatieRetour) =>
        Header("jw308", "441", Aanbieder, Gemeente, identificatie)
            .Replace(
                "</m:Header>",
                $"""
                <m:IdentificatieRetour>{identificatieRetour}</m:IdentificatieRetour><m:DagtekeningRetour>2026-07-21</m:DagtekeningRetour>
                <m:XsdVersieRetour><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
                <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersieRetour></m:Header>
                """,
                StringComparison.Ordinal
            ) + "</m:Bericht>";

    private static string Header(string kind, string code, string afzender, string ontvanger, string? identificatie) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
            xmlns:m="http://www.istandaarden.nl/ijw/3_2/{kind}/schema">
            <m:Header><m:BerichtCode>{code}</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
            <m:Afzender>{afzender}</m:Afzender><m:Ontvanger>{ontvanger}</m:Ontvanger>
            <m:BerichtIdentificatie><i:Identificatie>{identificatie
                ?? New()}</i:Identificatie><i:Dagtekening>2026-07-20</i:Dagtekening></m:BerichtIdentificatie>
            <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
            <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>

            """;
}
