using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Within one client the same product of the same toewijzing is declared once per period (rules.md 5).</summary>
internal sealed class TR416 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Follow<KeySet>(["JW323"], ("Prestatie", Prestatie), ("Client", (_, seen) => (_, _) => seen.Clear()));

    private static RecordCheck Prestatie(KlasseModel prestatie, KeySet seen)
    {
        var debet = prestatie.Is("IngediendBedrag/DebetCredit", "D");
        var fields = new[]
        {
            "ToewijzingNummer",
            "ProductCategorie",
            "ProductCode",
            "ProductPeriode/Begindatum",
            "ProductPeriode/Einddatum",
        };
        var key = new Key(fields.Select(prestatie.Field));
        return (record, reporter) =>
        {
            if (debet(record) && !seen.Add(key, record))
            {
                reporter.OnKlasse();
            }
        };
    }
}
