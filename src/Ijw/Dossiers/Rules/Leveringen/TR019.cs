using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>
/// A start or stop names a toewijzing of this gemeente to this aanbieder for this client (rules.md 6). Without a number the work may be
/// taakgericht, which only the contract tells: then there is advice when the client does have a toewijzing for it (rules.md 11.30).
/// </summary>
internal sealed class TR019 : DossierRule
{
    private const string Number = "ToewijzingNummer";

    public override void Bind(DossierBinding binding)
    {
        binding.OnStart((product, _, assessment) => Check(product, ((Startbericht)assessment.Content).Client.Value.Key, assessment));
        binding.OnStop((product, _, assessment) => Check(product, ((Stopbericht)assessment.Content).Client.Value.Key, assessment));
    }

    private static void Check<T>(Klasse<T> product, ClientKey client, Assessment assessment)
        where T : LeveringProduct
    {
        var value = product.Value;
        if (value.IsRemoval)
        {
            return;
        }
        if (value.ToewijzingNummer is { } number)
        {
            if (assessment.Dossier.Toewijzing(number)?.IsOf(client) != true)
            {
                assessment.Report(product, Number);
            }
        }
        else if (assessment.Part(nameof(TR019), () => Toegewezen(assessment.Dossier, client)).Contains(new(value.Product)))
        {
            assessment.Advise(product, Number, "missing");
        }
    }

    private static HashSet<ValueTuple<Product?>> Toegewezen(Dossier dossier, ClientKey client) =>
        [
            .. dossier
                .Toewijzingen(client)
                .Where(toewijzing => !toewijzing.Product.IsRemoved)
                .Select(toewijzing => new ValueTuple<Product?>(toewijzing.Product.Product)),
        ];
}
