using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ijw.Model.Datatypes;
using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>Checks values on the known way: one look at 32 bytes finds the end of a value and what is in it.</summary>
internal sealed partial class Waardetype
{
    private static readonly Vector256<byte> Kleiner = Vector256.Create((byte)'<');
    private static readonly Vector256<byte> Ampersand = Vector256.Create((byte)'&');
    private static readonly Vector256<byte> Haak = Vector256.Create((byte)']');
    private static readonly Vector256<byte> Nul = Vector256.Create((byte)'0');
    private static readonly Vector256<byte> Negen = Vector256.Create((byte)9);
    private static readonly Vector256<byte> Letterbit = Vector256.Create((byte)0x20);
    private static readonly Vector256<byte> KleineA = Vector256.Create((byte)'a');
    private static readonly Vector256<byte> TotZ = Vector256.Create((byte)25);
    private static readonly Vector256<sbyte> Spatie = Vector256.Create((sbyte)0x20);
    private static readonly Vector256<sbyte> Vervolg = Vector256.Create((sbyte)-64);

    /// <summary>
    /// The length of the value at <paramref name="begin"/> when it is right and plain and a tag stands behind it: no reference, no control
    /// character, no line end. -1 says nothing: the value is then to be read in full.
    /// </summary>
    /// <param name="begin">The first byte.</param>
    /// <param name="beschikbaar">How many bytes have come in from here, whatever they are.</param>
    /// <param name="getal">The number, or the day number of a date; 0 for texts and times.</param>
    public int LeesGewoon(ref readonly byte begin, int beschikbaar, out long getal) =>
        beschikbaar >= Vector256<byte>.Count ? LeesBlok(in begin, beschikbaar, out getal) : LeesStaart(in begin, beschikbaar, out getal);

    /// <summary>The last bytes that have come in, with room for a whole block.</summary>
    private int LeesStaart(ref readonly byte begin, int beschikbaar, out long getal)
    {
        Span<byte> ruim = stackalloc byte[Vector256<byte>.Count];
        ruim.Clear();
        MemoryMarshal.CreateReadOnlySpan(in begin, beschikbaar).CopyTo(ruim);
        return LeesBlok(in ruim[0], beschikbaar, out getal);
    }

    private int LeesBlok(ref readonly byte begin, int beschikbaar, out long getal)
    {
        getal = 0;
        var blok = Vector256.LoadUnsafe(in begin);
        var lengte = BitOperations.TrailingZeroCount(Vector256.Equals(blok, Kleiner).ExtractMostSignificantBits());
        if (lengte >= beschikbaar) return -1;
        if (lengte == Vector256<byte>.Count) return LeesLang(MemoryMarshal.CreateReadOnlySpan(in begin, beschikbaar));
        var masker = (1u << lengte) - 1;
        bool goed;
        switch (_basis)
        {
            case Basistype.Geheel:
                goed = Getallen.LeesKort(in begin, lengte, out getal) && _vast is null
                    ? getal >= _min && getal <= _max
                    : ControleerGetal(Waarde(in begin, lengte), out getal) == Waardefout.Geen;
                break;
            case Basistype.Datum:
                goed = Datums.Lees(Waarde(in begin, lengte), out getal);
                break;
            case Basistype.Tijd:
                goed = Tijden.IsTijd(Waarde(in begin, lengte));
                break;
            default:
                goed = _codes is not null
                    ? lengte <= sizeof(uint) && _codes.Bevat(Unsafe.ReadUnaligned<uint>(in begin) & (uint)((1UL << (8 * lengte)) - 1))
                    : IsGewoneTekst(in begin, blok, masker, lengte);
                break;
        }

        return goed ? lengte : -1;
    }

    /// <summary>A text of at most 31 bytes, whose place in the block the mask tells.</summary>
    private bool IsGewoneTekst(ref readonly byte begin, Vector256<byte> blok, uint masker, int lengte)
    {
        var hoog = blok.ExtractMostSignificantBits() & masker;
        var tekens = hoog == 0 ? lengte : lengte - BitOperations.PopCount(Vector256.LessThan(blok.AsSByte(), Vervolg).ExtractMostSignificantBits() & masker);
        if (tekens < _minLengte || tekens > _maxLengte || (hoog != 0 && !InputWindow.IsGood(Waarde(in begin, lengte)))) return false;
        switch (_patroon)
        {
            case PatroonSoort.Cijfers:
                var geenCijfer = Vector256.GreaterThan(blok - Nul, Negen).ExtractMostSignificantBits();
                return (geenCijfer & masker) == 0 && (_aantalCijfers < 0 || lengte == _aantalCijfers);
            case PatroonSoort.Letters when hoog == 0:
                var geenLetter = Vector256.GreaterThan((blok | Letterbit) - KleineA, TotZ).ExtractMostSignificantBits();
                return (geenLetter & masker) == 0 && lengte > 0;
            default:
                var bijzonder = Vector256.LessThan(blok.AsSByte(), Spatie).AsByte() | Vector256.Equals(blok, Ampersand) | Vector256.Equals(blok, Haak);
                if ((bijzonder.ExtractMostSignificantBits() & ~hoog & masker) != 0) return false;
                if (_patroon == PatroonSoort.Geen || (_patroon is PatroonSoort.NietLeeg or PatroonSoort.NietBlanco && lengte > 0 && begin > ' ')) return true;
                return Past(Waarde(in begin, lengte), tekens);
        }
    }

    /// <summary>A value of 32 bytes or more: only a text can be, and still be plain.</summary>
    private int LeesLang(ReadOnlySpan<byte> bytes)
    {
        var lengte = bytes.IndexOf((byte)'<');
        if (lengte < 0 || _basis != Basistype.Tekst || _codes is not null) return -1;
        var waarde = bytes[..lengte];
        if (waarde.ContainsAnyInRange((byte)0, (byte)0x1F) || waarde.ContainsAny((byte)'&', (byte)']')) return -1;
        if (!InputWindow.IsGood(waarde)) return -1;
        var tekens = Tekens.Aantal(waarde);
        return tekens >= _minLengte && tekens <= _maxLengte && Past(waarde, tekens) ? lengte : -1;
    }

    private static ReadOnlySpan<byte> Waarde(ref readonly byte begin, int lengte) => MemoryMarshal.CreateReadOnlySpan(in begin, lengte);
}
