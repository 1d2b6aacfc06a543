using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>An aanbieder uses a ReferentieNummer once, within a declaratie and over all of them; also after a refusal (rules.md 6, 11.4).</summary>
internal sealed class TR314 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpCredit(Toets);
        binding.OpDebet(Toets);
    }

    private static void Toets(Klasse<Prestatie> prestatie, Toetsing toetsing)
    {
        var nummer = prestatie.Waarde.ReferentieNummer;
        var eerste = toetsing.Deel(nameof(TR314), () => EerstePerNummer((Declaratiebericht)toetsing.Inhoud))[nummer];
        if (eerste != prestatie || toetsing.Dossier.Referentie(nummer) is not null) toetsing.Meld(prestatie, "ProductReferentie/ReferentieNummer");
    }

    private static Dictionary<string, Klasse<Prestatie>> EerstePerNummer(Declaratiebericht bericht)
    {
        var eerste = new Dictionary<string, Klasse<Prestatie>>(StringComparer.Ordinal);
        foreach (var prestatie in bericht.Clienten.SelectMany(client => client.Waarde.Prestaties)) eerste.TryAdd(prestatie.Waarde.ReferentieNummer, prestatie);
        return eerste;
    }
}
