using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>
/// A rejection for another reason than woonplaatsbeginsel names no gemeente; without any reason it is advice (rules.md 5, 11.19).
/// </summary>
internal sealed class TR409 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW319"],
            "Antwoord",
            answer =>
            {
                var gemeente = answer.Field("Woonplaatsbeginsel");
                var reason = answer.Field("RedenAfwijzingVerzoek");
                var isWoonplaats = answer.Is("RedenAfwijzingVerzoek", "8");
                return (record, reporter) =>
                {
                    if (!record.Has(gemeente) || isWoonplaats(record))
                    {
                        return;
                    }
                    if (record.Has(reason))
                    {
                        reporter.On(gemeente);
                    }
                    else
                    {
                        reporter.Advise(gemeente, "noReason");
                    }
                };
            }
        );
}
