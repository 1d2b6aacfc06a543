using Ijw.Dossiers.Rules.Declaratieantwoorden;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Headers;
using Ijw.Dossiers.Rules.Leveringen;
using Ijw.Dossiers.Rules.Several;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Dossiers.Rules.Toewijzingen;
using Ijw.Dossiers.Rules.Verzoeken;

namespace Ijw.Dossiers.Rules;

/// <summary>Every rule over a dossier or an external source that is checked, by name; a test holds it against the catalogue.</summary>
internal static class DossierRules
{
    /// <summary>The rules, in the order in which they are checked within a step.</summary>
    public static IReadOnlyList<DossierRule> All { get; } =
    [
        new TR056(),
        new TR135(),
        new TR378(),
        new TR332(),
        new TR379(),
        new TR385(),
        new OP087(),
        new OP186(),
        new OP259(),
        new OP298(),
        new OP299(),
        new OP380(),
        new IV013(),
        new IV066(),
        new TR019(),
        new TR063(),
        new TR071(),
        new TR074(),
        new TR326(),
        new OP289(),
        new OP363(),
        new TR382(),
        new TR413(),
        new TR414(),
        new TR415(),
        new TR347(),
        new TR374(),
        new TR304(),
        new TR349(),
        new TR350(),
        new TR351(),
        new TR357(),
        new TR361(),
        new TR373(),
        new TR375(),
        new TR411(),
        new TR412(),
        new TR355(),
        new TR359(),
        new TR360(),
        new TR365(),
        new TR333(),
        new TR318(),
        new TR314(),
        new TR323(),
        new TR390(),
        new IV091(),
        new TR338(),
        new TR384(),
        new TR339(),
        new TR340(),
        new TR341(),
        new TR381(),
        new TR307(),
        new TR308(),
        new TR319(),
        new TR387(),
        new TR388(),
        new TR389(),
        new TR321(),
        new TR346(),
        new TR418(),
        new TR322(),
        new TR369(),
        new TR337(),
        new TR371(),
        new TR376(),
        new TR366(),
        new TR367(),
    ];

    /// <summary>The rules that need a list of products, and aren't checked without one.</summary>
    public static IReadOnlyList<string> WithProductcodes { get; } = [nameof(TR381), nameof(TR418)];

    /// <summary>All checks by the step at which they run.</summary>
    public static IReadOnlyList<IReadOnlyList<DossierBinding.BoundAssessment>> PerStep { get; } = Bind();

    private static IReadOnlyList<DossierBinding.BoundAssessment>[] Bind()
    {
        var binding = new DossierBinding();
        foreach (var rule in All)
        {
            binding.Add(rule);
        }
        return [.. Enum.GetValues<Step>().Select(step => binding.All.Where(bound => bound.Step == step).ToList())];
    }
}
