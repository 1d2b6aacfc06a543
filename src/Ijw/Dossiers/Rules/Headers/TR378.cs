using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>
/// The gemeente in the Header, and the one that a JW319 names, is on the list of CBS: today, or on a day that the bericht assigns, asks for or
/// is about; so after a herindeling the old code goes on for what had begun before it (rules.md 7).
/// </summary>
internal sealed class TR378 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpHeader((header, toetsing) =>
        {
            var kop = header.Waarde;
            if (toetsing.Bronnen.Gemeentecodes.Geldt(kop.Gemeente, Ingangsdatums(toetsing).Prepend(toetsing.Bronnen.Vandaag))) return;
            toetsing.Meld(header, kop.Afzender == kop.Gemeente ? "Afzender" : "Ontvanger");
        });
        binding.Op<Antwoordbericht>((bericht, toetsing) =>
        {
            if (bericht.Woonplaatsbeginsel is not { } woonplaats || toetsing.Bronnen.Gemeentecodes.Geldt(woonplaats.Waarde.Gemeente, toetsing.Bronnen.Vandaag)) return;
            toetsing.Meld(woonplaats, "Gemeente");
        });
    }

    private static IEnumerable<DateOnly> Ingangsdatums(Toetsing toetsing) => toetsing.Inhoud switch
    {
        Toewijzingsbericht bericht => bericht.Producten.Select(product => product.Waarde.Ingangsdatum),
        Startbericht bericht => Ingangsdatums(toetsing, bericht.Producten.Select(product => product.Waarde.ToewijzingNummer ?? -1)),
        Stopbericht bericht => Ingangsdatums(toetsing, bericht.Producten.Select(product => product.Waarde.ToewijzingNummer ?? -1)),
        VerzoekOmToewijzing bericht => bericht.Producten.Select(product => product.Waarde.Periode.Begin),
        VerzoekOmWijziging bericht => toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel).Select(toewijzing => toewijzing.Product.Ingangsdatum),
        Declaratiebericht bericht => Ingangsdatums(toetsing, Nummers(bericht.Clienten)),
        DeclaratieAntwoordbericht bericht => Ingangsdatums(toetsing, Nummers(bericht.Clienten)),
        _ => [],
    };

    private static IEnumerable<int> Nummers(IEnumerable<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Waarde.Prestaties).Select(prestatie => prestatie.Waarde.ToewijzingNummer);

    private static IEnumerable<DateOnly> Ingangsdatums(Toetsing toetsing, IEnumerable<int> nummers)
    {
        foreach (var nummer in nummers)
            if (toetsing.Dossier.Toewijzing(nummer) is { } toewijzing) yield return toewijzing.Product.Ingangsdatum;
    }
}
