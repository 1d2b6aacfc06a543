using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Within one client the same product of the same toewijzing is declared once per period (rules.md 5).</summary>
internal sealed class TR416 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg<Sleutelverzameling>(["JW323"], ("Prestatie", Prestatie), ("Client", (_, gezien) => (_, _) => gezien.Clear()));

    private static RecordCheck Prestatie(Klassemodel prestatie, Sleutelverzameling gezien)
    {
        var debet = prestatie.Is("IngediendBedrag/DebetCredit", "D");
        var velden = new[] { "ToewijzingNummer", "ProductCategorie", "ProductCode", "ProductPeriode/Begindatum", "ProductPeriode/Einddatum" };
        var sleutel = new Sleutel(velden.Select(prestatie.Veld));
        return (record, melder) =>
        {
            if (debet(record) && !gezien.Add(sleutel, record)) melder.OpKlasse();
        };
    }
}
