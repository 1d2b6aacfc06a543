using System.Text;
using Hub.Berichten;
using Ijw;
using Ijw.Content;

namespace Hub.Tests.Shared;

/// <summary>Berichten as the hub knows them once their content was read.</summary>
internal static class Contents
{
    public static T Read<T>(string xml)
        where T : BerichtContent => Assert.IsType<T>(ContentReader.Read(Encoding.UTF8.GetBytes(xml), bsn => new ClientKey(bsn)));

    /// <summary>An answer with these codes, whatever a sender may write together.</summary>
    public static Retourbericht Retour(string[] headercodes, params string[] klasseCodes) =>
        new(new Klasse<BerichtHeader>(Headers.Header("JW302", "0503", "90000001"), default))
        {
            Headercodes = headercodes,
            KlasseCodes = klasseCodes,
        };

    /// <summary>A JW325 with these codes in its Header, and in its DeclaratieAntwoord when it has one.</summary>
    public static DeclaratieAnswerBericht DeclaratieAnswer(string[] headercodes, string[]? codes = null, params string[] refused) =>
        new(new Klasse<BerichtHeader>(Headers.Header("JW325", "0503", "90000001"), default))
        {
            Headercodes = headercodes,
            Reference = new DeclaratieReference("D1", new DateOnly(2026, 7, 1), "1.0.0", "1.0.0"),
            Answer = codes is null ? null : new Klasse<DeclaratieAntwoord>(new DeclaratieAntwoord("D1", codes), default),
            Clienten =
                refused.Length == 0
                    ? []
                    : [new Klasse<DeclaratieClient>(new DeclaratieClient(new ClientKey("c"), [.. refused.Select(Prestatie)]), default)],
        };

    /// <summary>The row of a bericht.</summary>
    public static BerichtStatus Status(
        BerichtHeader header,
        DateOnly received,
        Oordeel oordeel = Oordeel.Approved,
        params Bevinding[] bevindingen
    ) =>
        Statuses.Rejected(
            header.Kind.Name,
            header.Afzender,
            header.Ontvanger,
            new DateTimeOffset(received, new TimeOnly(9, 0), TimeSpan.Zero)
        ) with
        {
            Header = header,
            Oordeel = oordeel,
            Bevindingen = bevindingen,
            BevindingCount = bevindingen.Length,
            Ontvangstdatum = received,
        };

    private static Klasse<Prestatie> Prestatie(string reference) =>
        new(
            new Prestatie
            {
                Client = new ClientKey("c"),
                ReferentieNummer = reference,
                ToewijzingNummer = 1,
                ProductCategorie = "45",
                ProductCode = "45A04",
                Period = Period.Of(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31)),
                GeleverdVolume = 1,
                Eenheid = "04",
                Amount = 1,
                IsCredit = false,
            },
            default
        );
}
