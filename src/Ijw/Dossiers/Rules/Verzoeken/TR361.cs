using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// The same product doesn't overlap within what a VOW asks for as a whole (rules.md 6). What stays as it is was assigned side by side by
/// the gemeente and isn't held against the aanbieder; new products among themselves are TR410.
/// </summary>
internal sealed class TR361 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                var existing = new ProductPeriods();
                foreach (var product in bericht.Unchanged)
                {
                    if (Toewijzing(product.Value.ToewijzingNummer, bericht, assessment) is { } toewijzing)
                    {
                        existing.Add(toewijzing.Product, toewijzing.Period);
                    }
                }
                var overlaps = false;
                foreach (var product in bericht.ToChange)
                {
                    if (Toewijzing(product.Value.ToewijzingNummer, bericht, assessment) is not { } toewijzing)
                    {
                        continue;
                    }
                    var period = Changed(toewijzing, product.Value);
                    overlaps |= existing.Overlaps(toewijzing.Product, period);
                    existing.Add(toewijzing.Product, period);
                }

                overlaps |= bericht.New.Any(product => existing.Overlaps(product.Value.Product, product.Value.Period));
                if (overlaps)
                {
                    assessment.Report(bericht.Verzoek);
                }
            }
        );

    /// <summary>What was assigned until the change, and what is asked for after it.</summary>
    private static Period Changed(ToegewezenProduct toewijzing, TeWijzigenProduct product)
    {
        var begin = toewijzing.Ingangsdatum < product.GewensteIngangsdatum ? toewijzing.Ingangsdatum : product.GewensteIngangsdatum;
        return Period.Of(begin, product.Einddatum);
    }

    private static ToegewezenProduct? Toewijzing(int number, VerzoekToWijziging bericht, Assessment assessment) =>
        assessment.Dossier.Toewijzing(number) is { } toewijzing && toewijzing.Last.Client == bericht.Client.Value.Key
            ? toewijzing.Product
            : null;
}
