using Hub.Archief;
using Hub.Deelnemers;
using Ijw;

namespace Hub.Ontvangst;

/// <summary>What is known of a bericht while its bytes come in.</summary>
internal sealed class Lezing(Deelnemer aanroeper, Deelnemerslijst deelnemers, DateTimeOffset begin)
{
    private static readonly ControleOpties Opties = ControleOpties.Standaard;

    private readonly BerichtControle _controle = new(Opties);
    private bool _kopGezien;
    private bool _begonnenZonderKop;

    public Deelnemer Aanroeper { get; } = aanroeper;

    public string UploadId { get; } = Guid.CreateVersion7(begin).ToString("N");

    public long Lengte { get; private set; }

    /// <summary>Takes the next bytes; gives an outcome when reading on has no use.</summary>
    public OntvangstUitkomst? Neem(ReadOnlySpan<byte> bytes)
    {
        Lengte += bytes.Length;
        if (Lengte > Opties.MaxBytes) return new OntvangstUitkomst.TeGroot(Opties.MaxBytes);
        _controle.Feed(bytes);
        if (_kopGezien || _controle.Kop is not { } kop) return null;
        _kopGezien = true;
        if (kop.Verzender != Aanroeper.Code) return new OntvangstUitkomst.NietNamensVerzender();
        return deelnemers.MetCode(kop.Geadresseerde) is null ? new OntvangstUitkomst.OnbekendeGeadresseerde() : null;
    }

    /// <summary>The verdict, now that all bytes are in.</summary>
    public ControleResultaat Rond()
    {
        var resultaat = _controle.Complete();
        return _begonnenZonderKop && resultaat.Oordeel != Oordeel.GeenBericht ? KopTeLaat(resultaat) : resultaat;
    }

    /// <summary>The place in the archive; fixed by the first call, when bytes must go there.</summary>
    public ArchiefVerwijzing Plaats()
    {
        var dag = Kalender.Dag(begin);
        if (_controle.Kop is { } kop) return Archiefplaats.VanBericht(kop.Gemeente, dag, UploadId);
        _begonnenZonderKop = true;
        return Archiefplaats.VanWeigering(Aanroeper.Code, dag, UploadId);
    }

    // A gemeente's bericht may only stand in its own container, so a Header that comes this late can't be served.
    private static ControleResultaat KopTeLaat(ControleResultaat resultaat)
    {
        var bevinding = new Bevinding(1, "XML", null, "/Bericht/Header", 1, 1, "De Header staat niet in het eerste deel (1 MB) van het bericht.");
        return resultaat with { Oordeel = Oordeel.GeenBericht, Bevindingen = [bevinding], AantalBevindingen = 1 };
    }
}
