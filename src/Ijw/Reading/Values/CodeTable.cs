using System.Numerics;

namespace Ijw.Reading.Values;

/// <summary>The codes of a list in a table in which each has a place of its own: one look tells whether a code is in the list.</summary>
internal sealed class CodeTable
{
    private readonly uint[] _places;
    private readonly uint _factor;
    private readonly int _shift;

    /// <summary>A table of codes; none is 0, and none occurs twice.</summary>
    public CodeTable(IReadOnlyList<uint> codes)
    {
        // Some factor spreads the codes over a table that is large enough; the search is short, and the same each time.
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)codes.Count + 1)) + 1;
        for (var attempt = 1u; ; attempt++)
        {
            if (attempt % 64 == 0)
            {
                bits++;
            }
            _factor = (attempt * 2_654_435_769u) | 1;
            _shift = 32 - bits;
            _places = new uint[1 << bits];
            if (codes.All(Set))
            {
                return;
            }
        }
    }

    /// <summary>True when the code is in the list.</summary>
    public bool Contains(uint code) => code != 0 && _places[(code * _factor) >> _shift] == code;

    private bool Set(uint code)
    {
        ref var place = ref _places[(code * _factor) >> _shift];
        var isFree = place == 0;
        place = code;
        return isFree;
    }
}
