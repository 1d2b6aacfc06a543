using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>NaamGebruik fits the name: 1 to 4 with a partner's name, 1 or 6 without (rules.md 4).</summary>
internal sealed class CS050 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnEach(
            ["JW301"],
            klasse => klasse.Name is "Client" or "Relatie",
            klasse =>
            {
                var partner = klasse.Filled("Naam/Partnernaam");
                var with = klasse.Is("Naam/NaamGebruik", "1", "2", "3", "4");
                var without = klasse.Is("Naam/NaamGebruik", "1", "6");
                var use = klasse.Field("Naam/NaamGebruik");
                return (record, reporter) =>
                {
                    if (!record.Has(use))
                    {
                        return;
                    }
                    if (partner(record))
                    {
                        if (!with(record))
                        {
                            reporter.On(use, "partner");
                        }
                    }
                    else if (!without(record))
                    {
                        reporter.On(use);
                    }
                };
            }
        );
}
