using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// A product on a toewijzing is declared once per period, unless the earlier debet was refused or credited (rules.md 6, 11.3); a credit in
/// the same bericht comes first (OP366), when it isn't refused itself.
/// </summary>
internal sealed class TR389 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                if (assessment.Part(nameof(TR389), () => Taken(assessment)).Contains(DeclaratiePlace.Of(prestatie.Value)))
                {
                    assessment.Report(prestatie);
                }
            }
        );

    /// <summary>Of what this bericht declares, what was declared before and still stands.</summary>
    private static HashSet<DeclaratiePlace> Taken(Assessment assessment)
    {
        var prestaties = ((DeclaratieBericht)assessment.Content).Clienten.SelectMany(client => client.Value.Prestaties).ToList();
        var asked = prestaties
            .Where(prestatie => !prestatie.Value.IsCredit)
            .Select(prestatie => DeclaratiePlace.Of(prestatie.Value))
            .ToHashSet();
        var takenBack = prestaties
            .Where(prestatie => prestatie.Value.VorigReferentieNummer is not null && !assessment.IsRefused(prestatie))
            .Select(prestatie => (prestatie.Value.Client, prestatie.Value.VorigReferentieNummer!))
            .ToHashSet();
        var taken = new HashSet<DeclaratiePlace>();
        foreach (var number in asked.Select(place => place.ToewijzingNummer).Distinct())
        {
            foreach (var earlier in assessment.Dossier.Prestaties.OnToewijzing(number))
            {
                if (earlier.Prestatie.IsCredit || earlier.Outcome == PrestatieOutcome.Refused || assessment.Dossier.IsCredited(earlier))
                {
                    continue;
                }
                var place = DeclaratiePlace.Of(earlier.Prestatie);
                if (asked.Contains(place) && !takenBack.Contains((earlier.Prestatie.Client, earlier.Prestatie.ReferentieNummer)))
                {
                    taken.Add(place);
                }
            }
        }

        return taken;
    }
}
