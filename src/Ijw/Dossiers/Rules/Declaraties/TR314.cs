using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// An aanbieder uses a ReferentieNummer once, within a declaratie and over all of them; also after a refusal (rules.md 6, 11.4).
/// </summary>
internal sealed class TR314 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnCredit(Check);
        binding.OnDebet(Check);
    }

    private static void Check(Klasse<Prestatie> prestatie, Assessment assessment)
    {
        var number = prestatie.Value.ReferentieNummer;
        var first = assessment.Part(nameof(TR314), () => FirstPerNumber((DeclaratieBericht)assessment.Content))[number];
        if (first != prestatie || assessment.Dossier.Reference(number) is not null)
        {
            assessment.Report(prestatie, "ProductReferentie/ReferentieNummer");
        }
    }

    private static Dictionary<string, Klasse<Prestatie>> FirstPerNumber(DeclaratieBericht bericht)
    {
        var first = new Dictionary<string, Klasse<Prestatie>>(StringComparer.Ordinal);
        foreach (var prestatie in bericht.Clienten.SelectMany(client => client.Value.Prestaties))
        {
            first.TryAdd(prestatie.Value.ReferentieNummer, prestatie);
        }
        return first;
    }
}
