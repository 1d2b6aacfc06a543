using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>What is declared ended at most 60 months before the DeclaratieDagtekening (rules.md 5).</summary>
internal sealed class TR335 : BerichtRule
{
    private const int Maanden = 60;

    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW323"], klasse => klasse.Naam == "Prestatie", (Klassemodel prestatie, Grens grens) =>
        {
            var eind = prestatie.Veld("ProductPeriode/Einddatum");
            var dagtekening = prestatie.Ouder!.Ouder!.Veld("DeclaratieDagtekening");
            return (record, melder) =>
            {
                if (record.Getal(eind) < grens.Bij(record.Ouder!.Ouder!.Getal(dagtekening))) melder.Op(eind);
            };
        });

    /// <summary>The first day that may still be declared; the same for all prestaties of a declaratie.</summary>
    private sealed class Grens : IGeheugendeel
    {
        private long? _eerste;

        public long Bij(long dagtekening) =>
            _eerste ??= Datums.Datum(dagtekening) is { Year: > Maanden / 12 } dag ? dag.AddMonths(-Maanden).DayNumber : long.MinValue;

        public void Clear() => _eerste = null;
    }
}
