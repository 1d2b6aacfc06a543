using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>What is declared ended at most 60 months before the DeclaratieDagtekening (rules.md 5).</summary>
internal sealed class TR335 : BerichtRule
{
    private const int Months = 60;

    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW323"],
            klasse => klasse.Name == "Prestatie",
            (KlasseModel prestatie, Bound limit) =>
            {
                var end = prestatie.Field("ProductPeriode/Einddatum");
                var dagtekening = prestatie.Parent!.Parent!.Field("DeclaratieDagtekening");
                return (record, reporter) =>
                {
                    if (record.Number(end) < limit.At(record.Parent!.Parent!.Number(dagtekening)))
                    {
                        reporter.On(end);
                    }
                };
            }
        );

    /// <summary>The first day that may still be declared; the same for all prestaties of a declaratie.</summary>
    private sealed class Bound : IMemoryPart
    {
        private long? _first;

        public long At(long dagtekening) =>
            _first ??= Dates.Date(dagtekening) is { Year: > Months / 12 } day ? day.AddMonths(-Months).DayNumber : long.MinValue;

        public void Clear() => _first = null;
    }
}
