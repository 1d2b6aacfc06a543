using System.Numerics;

namespace Ijw.Reading.Values;

/// <summary>The codes of a list in a table in which each has a place of its own: one look tells whether a code is in the list.</summary>
internal sealed class Codetabel
{
    private readonly uint[] _plaatsen;
    private readonly uint _factor;
    private readonly int _schuif;

    /// <summary>A table of codes; none is 0, and none occurs twice.</summary>
    public Codetabel(IReadOnlyList<uint> codes)
    {
        // Some factor spreads the codes over a table that is large enough; the search is short, and the same each time.
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)codes.Count + 1)) + 1;
        for (var poging = 1u; ; poging++)
        {
            if (poging % 64 == 0) bits++;
            _factor = (poging * 2_654_435_769u) | 1;
            _schuif = 32 - bits;
            _plaatsen = new uint[1 << bits];
            if (codes.All(Zet)) return;
        }
    }

    /// <summary>True when the code is in the list.</summary>
    public bool Bevat(uint code) => code != 0 && _plaatsen[(code * _factor) >> _schuif] == code;

    private bool Zet(uint code)
    {
        ref var plaats = ref _plaatsen[(code * _factor) >> _schuif];
        var isVrij = plaats == 0;
        plaats = code;
        return isVrij;
    }
}
