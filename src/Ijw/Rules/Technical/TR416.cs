using Ijw.Reading;

namespace Ijw.Rules.Technical;

/// <summary>Within one client the same product of the same toewijzing is declared once per period (rules.md 5).</summary>
internal sealed class TR416 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg<Gedeclareerd>(["JW323"],
            ("Prestatie", (prestatie, gezien) =>
            {
                var debet = prestatie.Is("IngediendBedrag/DebetCredit", "D");
                var velden = new[] { "ToewijzingNummer", "ProductCategorie", "ProductCode", "ProductPeriode/Begindatum", "ProductPeriode/Einddatum" };
                var sleutel = new Sleutel(velden.Select(prestatie.Veld));
                return (record, melder) =>
                {
                    if (debet(record) && !gezien.Add(sleutel.Van(record))) melder.OpKlasse();
                };
            }),
            ("Client", (_, gezien) => (_, _) => gezien.Clear()));

    /// <summary>Most clients have one prestatie: its key waits, and a table is only made for a second.</summary>
    private sealed class Gedeclareerd : IGeheugendeel
    {
        private readonly Sleutelverzameling _meer = new();
        private readonly byte[] _eerste = new byte[128];
        private int _lengte;

        public bool Add(ReadOnlySpan<byte> sleutel)
        {
            if (_lengte == 0 && sleutel.Length <= _eerste.Length)
            {
                sleutel.CopyTo(_eerste);
                _lengte = sleutel.Length;
                return true;
            }

            return !sleutel.SequenceEqual(_eerste.AsSpan(0, _lengte)) && _meer.Add(sleutel);
        }

        public void Clear()
        {
            _lengte = 0;
            _meer.Clear();
        }
    }
}
