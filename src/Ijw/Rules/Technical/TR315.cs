using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A prestatie is credited at most once in a bericht, across clients (rules.md 5).</summary>
internal sealed class TR315 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW323"],
            klasse => klasse.Name == "Prestatie",
            (KlasseModel prestatie, KeySet seen) =>
            {
                var previous = prestatie.Field("ProductReferentie/VorigReferentieNummer");
                return (record, reporter) =>
                {
                    if (record.IsFilled(previous) && !seen.Add(record.Bytes(previous)))
                    {
                        reporter.On(previous);
                    }
                };
            }
        );
}
