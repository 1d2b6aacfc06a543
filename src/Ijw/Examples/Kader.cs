using System.Globalization;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>What one bericht is made within: its drawing, its date, and what the options fix.</summary>
internal sealed class Kader
{
    /// <summary>The version of the schemas in the Header (messages.md 2.1).</summary>
    public const string XsdVersie = "1.0.0";

    private static readonly string[] Haaglanden = ["0503", "0518", "0603", "0626", "0629", "0637", "1783", "1842", "1916", "1926"];

    public Kader(Berichtsoort soort, int zaad, GeneratorOpties opties)
    {
        Soort = soort;
        Zaad = zaad;
        Opties = opties;
        Trekking = Trekking.Deel(zaad, 0);
        Dagtekening = opties.Dagtekening ?? Trekking.Datum(new DateOnly(2025, 2, 1), new DateOnly(2025, 12, 31));
        Gemeente = opties.Gemeente ?? Trekking.Kies(Haaglanden);
        Aanbieder = opties.Aanbieder ?? $"9000000{Trekking.Getal(1, 9)}";
    }

    /// <summary>The kind of bericht.</summary>
    public Berichtsoort Soort { get; }

    /// <summary>The seed.</summary>
    public int Zaad { get; }

    /// <summary>What the caller fixed.</summary>
    public GeneratorOpties Opties { get; }

    /// <summary>The drawing of the bericht as a whole.</summary>
    public Trekking Trekking { get; }

    /// <summary>The date of the bericht.</summary>
    public DateOnly Dagtekening { get; }

    private string Gemeente { get; }

    private string Aanbieder { get; }

    /// <summary>How many products.</summary>
    public int Producten(Trekking trekking) => Opties.Producten ?? trekking.Getal(1, 5);

    /// <summary>A number of a toewijzing or beschikking; the ones of a bericht differ by their place.</summary>
    public static string Nummer(Trekking trekking, int plaats)
    {
        var nummer = ((trekking.Getal(1, 899) * 100_000L) + plaats) % 1_000_000_000;
        return nummer.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A ReferentieAanbieder; the ones of a bericht differ by their place.</summary>
    public string Referentie(int plaats) => Trekking.Kies($"REF {Zaad}/{plaats}", $"ref-{plaats}", $" {plaats} & {Zaad} ", $"{plaats}/ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Writes the Header of a heenbericht.</summary>
    public void SchrijfKop(Knoop bericht)
    {
        var header = bericht.Voeg("Header");
        var stuurtGemeente = header.Element.Kinderen.First(kind => kind.Naam == "Afzender").Datatype == Ldt.Gemeente;
        header.Voeg("BerichtCode", Soort.Code)
            .Voeg("BerichtVersie", "3")
            .Voeg("BerichtSubversie", "2")
            .Voeg("Afzender", stuurtGemeente ? Gemeente : Aanbieder)
            .Voeg("Ontvanger", stuurtGemeente ? Aanbieder : Gemeente);
        header.Voeg("BerichtIdentificatie")
            .Voeg("Identificatie", Opties.Identificatie ?? $"{Soort.Naam[2..]}-{unchecked((uint)Zaad) % 100_000_000:00000000}")
            .Voeg("Dagtekening", Dagtekening.Tekst());
        header.Voeg("XsdVersie").Voeg("BasisschemaXsdVersie", XsdVersie).Voeg("BerichtXsdVersie", XsdVersie);
    }

    /// <summary>Adds a remark now and then.</summary>
    public static void Commentaar(Trekking trekking, Knoop bij)
    {
        if (trekking.Kans(25)) bij.Voeg("Commentaar", trekking.Kies(Woorden.Opmerkingen));
    }
}
