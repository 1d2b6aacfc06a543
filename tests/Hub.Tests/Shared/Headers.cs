namespace Hub.Tests.Shared;

/// <summary>Headers for tests.</summary>
internal static class Headers
{
    public static BerichtHeader Header(string kind, string afzender, string ontvanger, string identificatie = "T1") =>
        new()
        {
            Kind = Standard.Find(kind)!,
            Afzender = afzender,
            Ontvanger = ontvanger,
            Identificatie = identificatie,
            Dagtekening = new DateOnly(2026, 7, 20),
            DagtekeningText = "2026-07-20",
            BasisschemaXsdVersie = "1.0.0",
            BerichtXsdVersie = "1.0.0",
        };
}
