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
                    if (!debet(record)) return;
                    if (!gezien.Add(sleutel.Van(record))) melder.OpKlasse();
                    sleutel.Wis();
                };
            }
    ),
            ("Client", (_, gezien) => (_, _) => gezien.Clear()));

    /// <summary>Most clients have a few prestaties: their keys stand in a row, and a table is only made for many.</summary>
    private sealed class Gedeclareerd : IGeheugendeel
    {
        private const int Weinig = 8;

        private readonly Sleutelverzameling _meer = new();
        private readonly int[] _einden = new int[Weinig];
        private byte[] _rij = new byte[512];
        private int _aantal;

        public bool Add(ReadOnlySpan<byte> sleutel)
        {
            var begin = 0;
            for (var i = 0; i < _aantal; i++)
            {
                if (sleutel.SequenceEqual(_rij.AsSpan(begin, _einden[i] - begin))) return false;
                begin = _einden[i];
            }

            if (_aantal == Weinig) return _meer.Add(sleutel);
            if (begin + sleutel.Length > _rij.Length) Array.Resize(ref _rij, (begin + sleutel.Length) * 2);
            sleutel.CopyTo(_rij.AsSpan(begin));
            _einden[_aantal++] = begin + sleutel.Length;
            return true;
        }

        public void Clear()
        {
            _aantal = 0;
            _meer.Clear();
        }
    }
}
