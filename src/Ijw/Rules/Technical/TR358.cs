namespace Ijw.Rules.Technical;

/// <summary>The total of a declaratie is the sum of its prestaties (rules.md 5).</summary>
internal sealed class TR358 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg(["JW323"], () => new Som(),
            ("Prestatie", prestatie =>
            {
                var bedrag = prestatie.Bedrag("IngediendBedrag", "Bedrag");
                return som => (record, _) => som.Ingediend += bedrag(record);
            }),
            ("Declaratie", declaratie =>
            {
                var totaal = declaratie.Bedrag("TotaalIngediendBedrag", "TotaalBedrag");
                var veld = declaratie.Veld("TotaalIngediendBedrag");
                return som => (record, melder) =>
                {
                    if (totaal(record) != som.Ingediend) melder.Op(veld);
                };
            }));

    private sealed class Som
    {
        public long Ingediend { get; set; }
    }
}
