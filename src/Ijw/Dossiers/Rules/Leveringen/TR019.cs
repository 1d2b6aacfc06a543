using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>
/// A start or stop names a toewijzing of this gemeente to this aanbieder for this client (rules.md 6). Without a number the work may be
/// taakgericht, which only the contract tells: then there is advice when the client does have a toewijzing for it (rules.md 11.30).
/// </summary>
internal sealed class TR019 : Dossierregel
{
    private const string Nummer = "ToewijzingNummer";

    public override void Bind(Dossierbinding binding)
    {
        binding.OpStart((product, _, toetsing) => Toets(product, ((Startbericht)toetsing.Inhoud).Client.Waarde.Sleutel, toetsing));
        binding.OpStop((product, _, toetsing) => Toets(product, ((Stopbericht)toetsing.Inhoud).Client.Waarde.Sleutel, toetsing));
    }

    private static void Toets<T>(Klasse<T> product, Clientsleutel client, Toetsing toetsing)
        where T : Leveringsproduct
    {
        var waarde = product.Waarde;
        if (waarde.IsVerwijdering) return;
        if (waarde.ToewijzingNummer is { } nummer)
        {
            if (toetsing.Dossier.Toewijzing(nummer)?.IsVan(client) != true) toetsing.Meld(product, Nummer);
        }
        else if (toetsing.Deel(nameof(TR019), () => Toegewezen(toetsing.Dossier, client)).Contains(new(waarde.Product)))
        {
            toetsing.Adviseer(product, Nummer, "missing");
        }
    }

    private static HashSet<ValueTuple<Product?>> Toegewezen(Dossier dossier, Clientsleutel client) =>
    [
        .. dossier.Toewijzingen(client).Where(toewijzing => !toewijzing.Product.IsVerwijderd)
            .Select(toewijzing => new ValueTuple<Product?>(toewijzing.Product.Product)),
    ];
}
