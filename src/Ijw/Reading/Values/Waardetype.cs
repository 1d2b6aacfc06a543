using System.Text;
using Ijw.Model.Datatypes;
using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>A datatype made ready for checking values in UTF-8.</summary>
internal sealed partial class Waardetype
{
    private readonly Basistype _basis;
    private readonly PatroonSoort _patroon;
    private readonly int _minLengte;
    private readonly int _maxLengte;
    private readonly int _aantalCijfers;
    private readonly long _min;
    private readonly long _max;
    private readonly Codetabel? _codes;
    private readonly byte[]? _vast;

    public Waardetype(Datatype datatype)
    {
        Datatype = datatype;
        _basis = datatype.Basis;
        _patroon = datatype.Patroon?.Soort ?? PatroonSoort.Geen;
        _minLengte = datatype.MinLengte ?? 0;
        _maxLengte = datatype.MaxLengte ?? int.MaxValue;
        _aantalCijfers = datatype.Patroon?.Aantal ?? -1;
        _min = datatype.Min ?? long.MinValue;
        _max = datatype.Max ?? long.MaxValue;
        if (datatype.Codelijst is { } lijst) _codes = new Codetabel([.. lijst.Codes.Select(code => Pak(Encoding.UTF8.GetBytes(code.Waarde)))]);
        _vast = datatype.Patroon?.Tekst is { } tekst ? Encoding.UTF8.GetBytes(tekst) : null;
    }

    /// <summary>The datatype.</summary>
    public Datatype Datatype { get; }

    /// <summary>True for texts that no code list bounds.</summary>
    public bool IsTekst => _basis == Basistype.Tekst && _codes is null;

    /// <summary>Checks <paramref name="waarde"/> as delivered.</summary>
    /// <param name="waarde">The value in UTF-8; where the base ignores white space around it, only what counts is left.</param>
    /// <param name="getal">The number, or the day number of a date; 0 for texts and times.</param>
    public Waardefout Controleer(ref ReadOnlySpan<byte> waarde, out long getal)
    {
        getal = 0;
        if (_basis == Basistype.Tekst) return ControleerTekst(waarde);
        waarde = waarde.Trim(" \t\r\n"u8);
        return _basis switch
        {
            Basistype.Geheel => ControleerGetal(waarde, out getal),
            Basistype.Datum => Datums.Lees(waarde, out getal) ? Waardefout.Geen : Waardefout.GeenDatum,
            _ => Tijden.IsTijd(waarde) ? Waardefout.Geen : Waardefout.GeenTijd,
        };
    }

    private Waardefout ControleerTekst(ReadOnlySpan<byte> waarde)
    {
        if (_codes is not null) return InLijst(waarde) ? Waardefout.Geen : Waardefout.Codelijst;
        var tekens = Tekens.Aantal(waarde);
        if (tekens < _minLengte) return Waardefout.TeKort;
        if (tekens > _maxLengte) return Waardefout.TeLang;
        return Past(waarde, tekens) ? Waardefout.Geen : Waardefout.Patroon;
    }

    /// <summary>A code of at most four bytes as one number; the length counts, since no code has a NUL.</summary>
    private static uint Pak(ReadOnlySpan<byte> code)
    {
        var gepakt = 0u;
        for (var at = code.Length - 1; at >= 0; at--) gepakt = (gepakt << 8) | code[at];
        return gepakt;
    }

    private bool InLijst(ReadOnlySpan<byte> waarde) =>
        waarde.Length is > 0 and <= sizeof(uint) && waarde[0] != 0 && _codes!.Bevat(Pak(waarde));

    private bool Past(ReadOnlySpan<byte> waarde, int tekens) => _patroon switch
    {
        PatroonSoort.NietLeeg => !waarde.ContainsAny("\r\n"u8) && HeeftZichtbaar(waarde),
        PatroonSoort.NietBlanco => HeeftZichtbaar(waarde),
        PatroonSoort.Cijfers => !waarde.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (_aantalCijfers < 0 || tekens == _aantalCijfers),
        PatroonSoort.Letters => Tekens.AlleenLetters(waarde),
        PatroonSoort.LettersEnCijfers => Tekens.AlleenLettersEnCijfers(waarde),
        PatroonSoort.Versie => Versies.IsVersie(waarde),
        PatroonSoort.Vast => waarde.SequenceEqual(_vast),
        _ => true,
    };

    private static bool HeeftZichtbaar(ReadOnlySpan<byte> waarde) =>
        !waarde.IsEmpty && (waarde[0] > ' ' || waarde.ContainsAnyExcept(XmlNames.WhiteSpace));

    private Waardefout ControleerGetal(ReadOnlySpan<byte> waarde, out long getal)
    {
        if (!Getallen.Lees(waarde, out getal)) return Waardefout.GeenGetal;
        if (_vast is not null && !waarde.SequenceEqual(_vast)) return Waardefout.Patroon;
        if (getal < _min) return Waardefout.TeKlein;
        return getal > _max ? Waardefout.TeGroot : Waardefout.Geen;
    }
}
