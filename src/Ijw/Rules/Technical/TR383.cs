using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Each requested product has a ReferentieAanbieder of its own (rules.md 5).</summary>
internal sealed class TR383 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW315"],
            klasse => klasse.Name == "AangevraagdProduct",
            (KlasseModel product, KeySet seen) =>
            {
                var reference = product.Field("ReferentieAanbieder");
                return (record, reporter) =>
                {
                    if (!seen.Add(record.Bytes(reference)))
                    {
                        reporter.On(reference);
                    }
                };
            }
        );
}
