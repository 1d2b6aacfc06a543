namespace Hub.Tests.Gedeeld;

/// <summary>Headers for tests.</summary>
internal static class Koppen
{
    public static Berichtkop Kop(string soort, string afzender, string ontvanger, string identificatie = "T1") => new()
    {
        Soort = Standaard.Zoek(soort)!,
        Afzender = afzender,
        Ontvanger = ontvanger,
        Identificatie = identificatie,
        Dagtekening = new DateOnly(2026, 7, 20),
        DagtekeningTekst = "2026-07-20",
        BasisschemaXsdVersie = "1.0.0",
        BerichtXsdVersie = "1.0.0",
    };
}
