using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>A prestatie in a JW325 stood in the JW323, under the same client (rules.md 6).</summary>
internal sealed class TR366 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpElk<DeclaratieAntwoordbericht, Prestatie>(
        bericht => bericht.Clienten.SelectMany(client => client.Waarde.Prestaties),
        (prestatie, toetsing) =>
        {
            if (toetsing.Declaratie() is { } declaratie && toetsing.Ingediend(prestatie.Waarde, declaratie) is null) toetsing.Meld(prestatie, "ProductReferentie");
        });
}
