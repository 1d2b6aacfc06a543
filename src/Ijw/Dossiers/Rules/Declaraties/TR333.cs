using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>An aanbieder uses a DeclaratieNummer once, over all gemeenten (rules.md 6).</summary>
internal sealed class TR333 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<DeclaratieBericht>(
            (bericht, assessment) =>
            {
                if (assessment.Dossier.IsUsedDeclaratienummer(bericht.Declaratie.Value.DeclaratieNummer))
                {
                    assessment.Report(bericht.Declaratie, "DeclaratieNummer");
                }
            },
            Step.Declaratie
        );
}
