using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A credit and the prestatie that it credits are not in one bericht (rules.md 5). Found at the later of the two.</summary>
internal sealed class TR316 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW323"],
            klasse => klasse.Name == "Prestatie",
            (KlasseModel prestatie, Numbers seen) =>
            {
                var reference = prestatie.Field("ProductReferentie");
                var number = prestatie.Field("ProductReferentie/ReferentieNummer");
                var previous = prestatie.Field("ProductReferentie/VorigReferentieNummer");
                return (record, reporter) =>
                {
                    var own = record.Bytes(number);
                    seen.Own.Note(own);
                    var isCredit = record.IsFilled(previous);
                    if (isCredit)
                    {
                        seen.Previous.Add(record.Bytes(previous));
                    }
                    if (seen.Previous.Contains(own) || (isCredit && seen.Own.Contains(record.Bytes(previous))))
                    {
                        reporter.On(reference);
                    }
                };
            }
        );

    private sealed class Numbers : IMemoryPart
    {
        public KeySet Own { get; } = new();

        public KeySet Previous { get; } = new();

        public void Clear()
        {
            Own.Clear();
            Previous.Clear();
        }
    }
}
