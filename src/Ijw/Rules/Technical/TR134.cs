using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Dates of what has happened are not after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR134 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.OnEach(
            ["JW301", "JW305", "JW307", "JW315"],
            klasse => klasse.Knows("Geboortedatum/Datum"),
            klasse => On(klasse, "Geboortedatum/Datum")
        );
        binding.On(["JW301"], "ToegewezenProduct", product => On(product, "Toewijzingsdatum"));
        binding.On(["JW305"], "StartProduct", product => On(product, "Begindatum"));
        binding.On(["JW307"], "StopProduct", product => On(product, "Einddatum"));
        binding.On(["JW323"], "Declaratie", declaratie => On(declaratie, "DeclaratiePeriode/Begindatum"));
        binding.On(["JW323", "JW325"], "Prestatie", prestatie => On(prestatie, "ProductPeriode/Begindatum"));
    }

    private static RecordCheck On(KlasseModel klasse, string path)
    {
        var date = klasse.Field(path);
        return klasse.Check(path, record => record.Number(date) <= record.Dagtekening());
    }
}
