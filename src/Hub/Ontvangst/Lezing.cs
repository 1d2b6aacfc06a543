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

    public Deelnemer Aanroeper { get; } = aanroeper;

    public string UploadId { get; } = Guid.CreateVersion7(begin).ToString("N");

    public long Lengte { get; private set; }

    /// <summary>Where the bytes stand when they are no bericht, and where they wait while that isn't known and they are many.</summary>
    public ArchiefVerwijzing RefusalPlace => Archiefplaats.VanWeigering(Aanroeper.Code, Kalender.Dag(begin), UploadId);

    /// <summary>True once it is sure that it is no bericht.</summary>
    public bool IsGeenBericht => _controle.IsGeenBericht;

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
    public ControleResultaat Rond() => _controle.Complete();
}
