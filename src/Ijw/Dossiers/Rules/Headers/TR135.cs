using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>A bericht isn't dated after the day of receipt in the Netherlands; a JW325 doesn't answer a declaratie of after it either (rules.md 7).</summary>
internal sealed class TR135 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpHeader((header, toetsing) =>
        {
            if (toetsing.Inhoud.Dagtekening > toetsing.Bronnen.Vandaag) toetsing.Meld(header, "BerichtIdentificatie/Dagtekening");
        });
        binding.Op<DeclaratieAntwoordbericht>(
            (bericht, toetsing) =>
            {
                if (bericht.Verwijzing.Dagtekening > toetsing.Bronnen.Vandaag) toetsing.Meld(bericht.Header, "DeclaratieIdentificatie/Dagtekening");
            },
            Stap.Header);
    }
}
