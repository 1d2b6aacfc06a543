using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Dates of what has happened are not after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR134 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.OpElk(["JW301", "JW305", "JW307", "JW315"], klasse => klasse.Kent("Geboortedatum/Datum"), klasse => Op(klasse, "Geboortedatum/Datum"));
        binding.Op(["JW301"], "ToegewezenProduct", product => Op(product, "Toewijzingsdatum"));
        binding.Op(["JW305"], "StartProduct", product => Op(product, "Begindatum"));
        binding.Op(["JW307"], "StopProduct", product => Op(product, "Einddatum"));
        binding.Op(["JW323"], "Declaratie", declaratie => Op(declaratie, "DeclaratiePeriode/Begindatum"));
        binding.Op(["JW323", "JW325"], "Prestatie", prestatie => Op(prestatie, "ProductPeriode/Begindatum"));
    }

    private static RecordCheck Op(Klassemodel klasse, string pad)
    {
        var datum = klasse.Veld(pad);
        return klasse.Toets(pad, record => record.Getal(datum) <= record.Dagtekening());
    }
}
