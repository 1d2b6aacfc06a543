using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// A JW301 names all toewijzingen of the client that are current; one that is left out is not taken back by that, so it is advice
/// (process.md 4).
/// </summary>
internal sealed class OP087 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<ToewijzingBericht>(
            (bericht, assessment) =>
            {
                var named = bericht.Products.Select(product => product.Value.ToewijzingNummer).ToHashSet();
                var current = assessment
                    .Dossier.Toewijzingen(bericht.Client.Value.Key)
                    .Where(toewijzing => toewijzing.IsCurrent(bericht.Dagtekening));
                if (current.Any(toewijzing => !named.Contains(toewijzing.Number)))
                {
                    assessment.Advise(bericht.Client);
                }
            }
        );
}
