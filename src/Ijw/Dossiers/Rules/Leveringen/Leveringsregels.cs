using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A check on a start or stop, with what was reported before it.</summary>
internal delegate void Leveringstoets<T>(Klasse<T> product, Leveringsstand stand, Toetsing toetsing)
    where T : Leveringsproduct;

/// <summary>What the rules on starts and stops share.</summary>
internal static class Leveringsregels
{
    /// <summary>Checks each StartProduct.</summary>
    public static void OpStart(this Dossierbinding binding, Leveringstoets<StartProduct> toets) =>
        binding.Op<Startbericht>((bericht, toetsing) =>
    {
        var standen = toetsing.Deel(nameof(Leveringsverloop), () => Leveringsverloop.Van(bericht, toetsing.Dossier));
        for (var i = 0; i < bericht.Producten.Count; i++) toets(bericht.Producten[i], standen[i], toetsing);
    });

    /// <summary>Checks each StopProduct.</summary>
    public static void OpStop(this Dossierbinding binding, Leveringstoets<StopProduct> toets) =>
        binding.Op<Stopbericht>((bericht, toetsing) =>
    {
        var standen = toetsing.Deel(nameof(Leveringsverloop), () => Leveringsverloop.Van(bericht, toetsing.Dossier));
        for (var i = 0; i < bericht.Producten.Count; i++) toets(bericht.Producten[i], standen[i], toetsing);
    });
}
