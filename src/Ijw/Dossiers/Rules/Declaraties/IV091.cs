using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A credit is a copy of its debet; a gemeente can't refuse one that isn't, so it is advice (rules.md 11.7).</summary>
internal sealed class IV091 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnCredit(
            (credit, assessment) =>
            {
                if (assessment.Debet(credit.Value) is { } debet && !IsCopy(credit.Value, debet.Prestatie))
                {
                    assessment.Advise(credit);
                }
            }
        );

    private static bool IsCopy(Prestatie credit, Prestatie debet) =>
        (credit with { ReferentieNummer = debet.ReferentieNummer, VorigReferentieNummer = debet.VorigReferentieNummer, IsCredit = false })
        == debet;
}
