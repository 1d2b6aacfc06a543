using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>
/// The gemeente in the Header, and the one that a JW319 names, is on the list of CBS: today, or on a day that the bericht assigns, asks for
/// or is about; so after a herindeling the old code goes on for what had begun before it (rules.md 7).
/// </summary>
internal sealed class TR378 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnHeader(
            (header, assessment) =>
            {
                var head = header.Value;
                if (assessment.Sources.Gemeentecodes.IsInForce(head.Gemeente, Ingangsdatums(assessment).Prepend(assessment.Sources.Today)))
                {
                    return;
                }
                assessment.Report(header, head.Afzender == head.Gemeente ? "Afzender" : "Ontvanger");
            }
        );
        binding.On<AnswerBericht>(
            (bericht, assessment) =>
            {
                if (
                    bericht.Woonplaatsbeginsel is not { } woonplaats
                    || assessment.Sources.Gemeentecodes.IsInForce(woonplaats.Value.Gemeente, assessment.Sources.Today)
                )
                {
                    return;
                }
                assessment.Report(woonplaats, "Gemeente");
            }
        );
    }

    private static IEnumerable<DateOnly> Ingangsdatums(Assessment assessment) =>
        assessment.Content switch
        {
            ToewijzingBericht bericht => bericht.Products.Select(product => product.Value.Ingangsdatum),
            Startbericht bericht => Ingangsdatums(assessment, Numbers(bericht.Products)),
            Stopbericht bericht => Ingangsdatums(assessment, Numbers(bericht.Products)),
            VerzoekToToewijzing bericht => bericht.Products.Select(product => product.Value.Period.Begin),
            VerzoekToWijziging bericht => assessment
                .Dossier.Toewijzingen(bericht.Client.Value.Key)
                .Select(toewijzing => toewijzing.Product.Ingangsdatum),
            DeclaratieBericht bericht => Ingangsdatums(assessment, Numbers(bericht.Clienten)),
            DeclaratieAnswerBericht bericht => Ingangsdatums(assessment, Numbers(bericht.Clienten)),
            _ => [],
        };

    private static IEnumerable<int> Numbers<T>(IEnumerable<Klasse<T>> products)
        where T : LeveringProduct => products.Select(product => product.Value.ToewijzingNummer).OfType<int>();

    private static IEnumerable<int> Numbers(IEnumerable<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Value.ToewijzingNummer);

    private static IEnumerable<DateOnly> Ingangsdatums(Assessment assessment, IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (assessment.Dossier.Toewijzing(number) is { } toewijzing)
            {
                yield return toewijzing.Product.Ingangsdatum;
            }
        }
    }
}
