using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A check on a start or stop, with what was reported before it.</summary>
internal delegate void LeveringCheck<T>(Klasse<T> product, LeveringState state, Assessment assessment)
    where T : LeveringProduct;

/// <summary>What the rules on starts and stops share.</summary>
internal static class Leveringsregels
{
    /// <summary>Checks each StartProduct.</summary>
    public static void OnStart(this DossierBinding binding, LeveringCheck<StartProduct> check) =>
        binding.On<Startbericht>(
            (bericht, assessment) =>
            {
                var states = assessment.Part(nameof(LeveringCourse), () => LeveringCourse.Of(bericht, assessment.Dossier));
                for (var i = 0; i < bericht.Products.Count; i++)
                {
                    check(bericht.Products[i], states[i], assessment);
                }
            }
        );

    /// <summary>Checks each StopProduct.</summary>
    public static void OnStop(this DossierBinding binding, LeveringCheck<StopProduct> check) =>
        binding.On<Stopbericht>(
            (bericht, assessment) =>
            {
                var states = assessment.Part(nameof(LeveringCourse), () => LeveringCourse.Of(bericht, assessment.Dossier));
                for (var i = 0; i < bericht.Products.Count; i++)
                {
                    check(bericht.Products[i], states[i], assessment);
                }
            }
        );
}
