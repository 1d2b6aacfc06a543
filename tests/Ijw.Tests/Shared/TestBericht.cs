using System.Text;

namespace Ijw.Tests.Shared;

/// <summary>A small valid JW305 with two products, to be changed by tests that state one thing.</summary>
internal static class TestBericht
{
    private const string Schemas = "http://www.istandaarden.nl/ijw/3_2";

    public const string JW305 = $$"""
        <?xml version="1.0" encoding="UTF-8"?>
        <b:Bericht xmlns:b="{{Schemas}}/jw305/schema" xmlns:ijw="{{Schemas}}/basisschema/schema">
          <b:Header>
            <b:BerichtCode>438</b:BerichtCode>
            <b:BerichtVersie>3</b:BerichtVersie>
            <b:BerichtSubversie>2</b:BerichtSubversie>
            <b:Afzender>90000001</b:Afzender>
            <b:Ontvanger>0518</b:Ontvanger>
            <b:BerichtIdentificatie>
              <ijw:Identificatie>START0000001</ijw:Identificatie>
              <ijw:Dagtekening>2026-04-15</ijw:Dagtekening>
            </b:BerichtIdentificatie>
            <b:XsdVersie>
              <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
              <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
            </b:XsdVersie>
          </b:Header>
          <b:Client>
            <b:Bsn>999900006</b:Bsn>
            <b:Geboortedatum>
              <ijw:Datum>2012-03-04</ijw:Datum>
            </b:Geboortedatum>
            <b:Geslacht>2</b:Geslacht>
            <b:Naam>
              <ijw:Geslachtsnaam>
                <ijw:Achternaam>Testkind</ijw:Achternaam>
              </ijw:Geslachtsnaam>
              <ijw:Voornamen>Noor</ijw:Voornamen>
            </b:Naam>
            <b:StartProducten>
              <b:StartProduct>
                <b:ToewijzingNummer>300201</b:ToewijzingNummer>
                <b:Product>
                  <ijw:Categorie>45</ijw:Categorie>
                  <ijw:Code>45A04</ijw:Code>
                </b:Product>
                <b:Begindatum>2026-04-03</b:Begindatum>
                <b:StatusAanlevering>1</b:StatusAanlevering>
              </b:StartProduct>
              <b:StartProduct>
                <b:ToewijzingNummer>300202</b:ToewijzingNummer>
                <b:Product>
                  <ijw:Categorie>45</ijw:Categorie>
                  <ijw:Code>45A05</ijw:Code>
                </b:Product>
                <b:Begindatum>2026-04-04</b:Begindatum>
                <b:StatusAanlevering>1</b:StatusAanlevering>
              </b:StartProduct>
            </b:StartProducten>
          </b:Client>
        </b:Bericht>
        """;

    /// <summary>The bericht with one text in it replaced; the text must be there.</summary>
    public static string With(string old, string updated)
    {
        Assert.Contains(old, JW305, StringComparison.Ordinal);
        return JW305.Replace(old, updated, StringComparison.Ordinal);
    }

    /// <summary>The bytes of a text in UTF-8.</summary>
    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The JW305 cut in two after the first place of this text.</summary>
    public static (string Before, string After) Round(string text)
    {
        var at = JW305.IndexOf(text, StringComparison.Ordinal) + text.Length;
        return (JW305[..at], JW305[at..]);
    }
}
