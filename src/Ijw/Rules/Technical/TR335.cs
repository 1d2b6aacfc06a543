using Ijw.Reading.Waarden;

namespace Ijw.Rules.Technical;

/// <summary>What is declared ended at most 60 months before the DeclaratieDagtekening (rules.md 5).</summary>
internal sealed class TR335 : BerichtRule
{
    private const int Maanden = 60;

    public override void Bind(Binding binding) =>
        binding.Op(["JW323"], "Prestatie", prestatie =>
        {
            var eind = prestatie.Veld("ProductPeriode/Einddatum");
            var dagtekening = prestatie.Ouder!.Ouder!.Veld("DeclaratieDagtekening");
            return prestatie.Toets("ProductPeriode/Einddatum", record =>
                Datums.Datum(record.Ouder!.Ouder!.Getal(dagtekening)) is not { Year: > Maanden / 12 } dag
                || record.Getal(eind) >= dag.AddMonths(-Maanden).DayNumber);
        });
}
