using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>
/// The full key of a class, its own and that of the classes around it, occurs once in a bericht (rules.md 5, messages.md 4).
/// </summary>
internal sealed class TR101 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325"],
            klasse => klasse.Key.Count > 0,
            (KlasseModel klasse, KlasseKeys seen) =>
            {
                seen.Bind(klasse);
                return (record, reporter) =>
                {
                    if (!seen.Add(record))
                    {
                        reporter.OnKlasse();
                    }
                };
            }
        );
}
