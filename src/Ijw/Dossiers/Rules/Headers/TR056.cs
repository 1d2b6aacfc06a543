using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>An Identificatie is used once per Afzender and berichtsoort, whatever became of the bericht (rules.md 6).</summary>
internal sealed class TR056 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnHeader(
            (header, assessment) =>
            {
                var head = header.Value;
                if (assessment.Dossier.IsUsed(head.Afzender, head.Kind.Name, head.Identificatie))
                {
                    assessment.Report(header, "BerichtIdentificatie/Identificatie");
                }
            }
        );
}
