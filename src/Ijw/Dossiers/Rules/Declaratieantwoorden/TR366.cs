using Ijw.Content;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>A prestatie in a JW325 stood in the JW323, under the same client (rules.md 6).</summary>
internal sealed class TR366 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnEach<DeclaratieAnswerBericht, Prestatie>(
            bericht => bericht.Clienten.SelectMany(client => client.Value.Prestaties),
            (prestatie, assessment) =>
            {
                if (assessment.Declaratie() is { } declaratie && assessment.Submitted(prestatie.Value, declaratie) is null)
                {
                    assessment.Report(prestatie, "ProductReferentie");
                }
            }
        );
}
