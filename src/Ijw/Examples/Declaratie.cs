using System.Buffers;
using System.Globalization;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws a JW323 client by client, so that it can be written without keeping it: the totals come first, so each client is drawn twice.</summary>
internal sealed class Declaratie
{
    private const string Euro = "83";
    private const int MeesteEenheden = 160;

    private readonly Kader _kader;
    private readonly DateOnly _begin;
    private readonly DateOnly _eind;
    private readonly int _eersteBsn;
    private readonly Element _client;

    public Declaratie(Kader kader)
    {
        _kader = kader;
        var maand = kader.Dagtekening.AddDays(1).AddMonths(-1);
        _begin = new DateOnly(maand.Year, maand.Month, 1);
        _eind = _begin.AddMonths(1).AddDays(-1);
        _eersteBsn = kader.Trekking.Getal(0, Testbsn.Aantal - 1);
        _client = kader.Soort.Wortel.Kinderen[1].Kinderen.First(kind => kind.Naam == "Clienten").Kinderen[0];
        var kleinste = kader.Opties.Clienten ?? kader.Trekking.Getal(1, 4);
        for (var bytes = 0L; kader.Opties.MinimaalBytes is { } nodig ? bytes < nodig : Clienten < kleinste; Clienten++)
        {
            if (Clienten == Testbsn.Aantal)
                throw new ArgumentException($"There are no more than {Testbsn.Aantal} test BSNs: ask for more prestaties per client.", nameof(kader));
            var client = Client(Clienten);
            Totaal += Bedrag(client);
            if (kader.Opties.MinimaalBytes is not null) bytes += Grootte(client);
        }
    }

    /// <summary>How many clients there are.</summary>
    public int Clienten { get; }

    private long Totaal { get; }

    /// <summary>The whole bericht.</summary>
    public Berichtboom Boom()
    {
        var boom = new Berichtboom(_kader.Soort);
        _kader.SchrijfKop(boom.Wortel);
        var clienten = Velden(boom.Wortel.Voeg("Declaratie")).Voeg("Clienten");
        for (var i = 0; i < Clienten; i++) clienten.Voeg(Client(i));
        return boom;
    }

    /// <summary>Writes the bericht and lets go of each client once it is written.</summary>
    /// <param name="uitvoer">Where to.</param>
    /// <param name="tussendoor">Called after each client, to pass on what has been written.</param>
    public async Task SchrijfAsync(IBufferWriter<byte> uitvoer, Func<ValueTask> tussendoor)
    {
        var kop = new Berichtboom(_kader.Soort);
        _kader.SchrijfKop(kop.Wortel);
        var writer = new BerichtWriter(uitvoer, _kader.Soort, _kader.Opties.Opmaak);
        writer.Schrijf(kop.Header);
        writer.Open("Declaratie");
        foreach (var veld in Velden(kop.Wortel.Voeg("Declaratie")).Kinderen) writer.Schrijf(veld);
        writer.Open("Clienten");
        for (var i = 0; i < Clienten; i++)
        {
            writer.Schrijf(Client(i));
            await tussendoor().ConfigureAwait(false);
        }

        writer.Sluit();
        writer.Sluit();
        writer.Sluit();
        await tussendoor().ConfigureAwait(false);
    }

    private Knoop Velden(Knoop declaratie)
    {
        declaratie.Voeg("DeclaratieNummer", $"D{unchecked((uint)_kader.Zaad):0000000000}");
        declaratie.Voeg("DeclaratiePeriode").Voeg("Begindatum", _begin.Tekst()).Voeg("Einddatum", _eind.Tekst());
        declaratie.Voeg("DeclaratieDagtekening", _kader.Dagtekening.Tekst());
        declaratie.Voeg("TotaalIngediendBedrag").VulTotaal(Totaal);
        return declaratie;
    }

    /// <summary>The client at a place; the same each time it is drawn.</summary>
    private Knoop Client(int plaats)
    {
        var trekking = Trekking.Deel(_kader.Zaad, plaats + 1);
        var client = new Knoop(_client);
        var prestaties = client.Voeg("Bsn", Testbsn.Op(_eersteBsn + plaats)).Voeg("Prestaties");
        for (var (i, aantal) = (0, _kader.Producten(trekking)); i < aantal; i++) Prestatie(trekking, prestaties.Voeg("Prestatie"), plaats, i);
        return client;
    }

    private void Prestatie(Trekking trekking, Knoop prestatie, int client, int plaats)
    {
        var isCredit = trekking.Kans(15);
        var referentie = prestatie.Voeg("ProductReferentie").Voeg("ReferentieNummer", $"P{client}-{plaats}");
        if (isCredit) referentie.Voeg("VorigReferentieNummer", $"V{client}-{plaats}");
        var categorie = trekking.Kies(Codelijsten.ProductCategorie);
        prestatie.Voeg("ToewijzingNummer", Kader.Nummer(trekking, plaats))
            .Voeg("ProductCategorie", categorie)
            .Voeg("ProductCode", $"{categorie}A{trekking.Getal(0, 99):00}");
        Periode(trekking, prestatie.Voeg("ProductPeriode"));
        Bedragen(trekking, prestatie, isCredit);
    }

    /// <summary>Within one month (CS337), now and then an earlier one.</summary>
    private void Periode(Trekking trekking, Knoop periode)
    {
        var eerste = trekking.Kans(15) ? _begin.AddMonths(-trekking.Getal(1, 12)) : _begin;
        var laatste = eerste.AddMonths(1).AddDays(-1);
        var isHeel = trekking.Kans(70);
        var begin = isHeel ? eerste : trekking.Datum(eerste, laatste);
        periode.Voeg("Begindatum", begin.Tekst()).Voeg("Einddatum", (isHeel ? laatste : trekking.Datum(begin, laatste)).Tekst());
    }

    /// <summary>Volume times tarief, or the volume itself when that is in euro (CS339); a credit is never zero (CS325).</summary>
    private static void Bedragen(Trekking trekking, Knoop prestatie, bool isCredit)
    {
        var eenheid = trekking.Kies(Codelijsten.Eenheid);
        var kleinste = isCredit ? 1 : 0;
        var volume = eenheid == Euro ? trekking.Getal(kleinste, 500_000) : trekking.Getal(kleinste, MeesteEenheden);
        var tarief = eenheid == Euro ? 1 : trekking.Getal(kleinste, 20_000);
        prestatie.Voeg("GeleverdVolume", volume.ToString(CultureInfo.InvariantCulture)).Voeg("Eenheid", eenheid);
        if (eenheid != Euro) prestatie.Voeg("ProductTarief", tarief.ToString(CultureInfo.InvariantCulture));
        prestatie.Voeg("IngediendBedrag")
            .Voeg("Bedrag", (volume * tarief).ToString(CultureInfo.InvariantCulture))
            .Voeg("DebetCredit", isCredit ? "C" : "D");
    }

    private static long Bedrag(Knoop client) => client.Kind("Prestaties")!.Kinderen.Sum(prestatie => prestatie.Kind("IngediendBedrag")!.Bedrag("Bedrag"));

    private long Grootte(Knoop client)
    {
        var maat = new ArrayBufferWriter<byte>();
        var writer = new BerichtWriter(maat, _kader.Soort, _kader.Opties.Opmaak);
        writer.Open("Declaratie");
        writer.Open("Clienten");
        var leeg = maat.WrittenCount;
        writer.Schrijf(client);
        return maat.WrittenCount - leeg;
    }
}
