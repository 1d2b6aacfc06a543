using System.Text;
using Ijw.Model;

namespace Ijw.Reading.Waarden;

/// <summary>A datatype made ready for checking values in UTF-8.</summary>
internal sealed class Waardetype
{
    private readonly byte[][]? _codes;
    private readonly byte[]? _vast;

    public Waardetype(Datatype datatype)
    {
        Datatype = datatype;
        _codes = datatype.Codelijst?.Codes.Select(code => Encoding.UTF8.GetBytes(code.Waarde)).ToArray();
        _vast = datatype.Patroon?.Tekst is { } tekst ? Encoding.UTF8.GetBytes(tekst) : null;
    }

    /// <summary>The datatype.</summary>
    public Datatype Datatype { get; }

    /// <summary>Checks <paramref name="waarde"/> as delivered.</summary>
    /// <param name="waarde">The value in UTF-8; where the base ignores white space around it, only what counts is left.</param>
    /// <param name="getal">The number, or the day number of a date; 0 for texts and times.</param>
    public Waardefout Controleer(ref ReadOnlySpan<byte> waarde, out long getal)
    {
        getal = 0;
        if (Datatype.Basis == Basistype.Tekst) return ControleerTekst(waarde);
        waarde = waarde.Trim(" \t\r\n"u8);
        return Datatype.Basis switch
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
        if (tekens < Datatype.MinLengte) return Waardefout.TeKort;
        if (tekens > Datatype.MaxLengte) return Waardefout.TeLang;
        return Past(waarde, tekens) ? Waardefout.Geen : Waardefout.Patroon;
    }

    private bool InLijst(ReadOnlySpan<byte> waarde)
    {
        foreach (var code in _codes!)
            if (waarde.SequenceEqual(code)) return true;
        return false;
    }

    private bool Past(ReadOnlySpan<byte> waarde, int tekens)
    {
        switch (Datatype.Patroon?.Soort ?? PatroonSoort.Geen)
        {
            case PatroonSoort.NietLeeg: return !waarde.ContainsAny("\r\n"u8) && waarde.ContainsAnyExcept(XmlNames.WhiteSpace);
            case PatroonSoort.NietBlanco: return waarde.ContainsAnyExcept(XmlNames.WhiteSpace);
            case PatroonSoort.Cijfers: return !waarde.ContainsAnyExceptInRange((byte)'0', (byte)'9') && AantalPast(tekens);
            case PatroonSoort.Letters: return Tekens.AlleenLetters(waarde);
            case PatroonSoort.LettersEnCijfers: return Tekens.AlleenLettersEnCijfers(waarde);
            case PatroonSoort.Versie: return Versies.IsVersie(waarde);
            case PatroonSoort.Vast: return waarde.SequenceEqual(_vast);
            default: return true;
        }
    }

    private bool AantalPast(int tekens) => Datatype.Patroon!.Aantal is not { } aantal || tekens == aantal;

    private Waardefout ControleerGetal(ReadOnlySpan<byte> waarde, out long getal)
    {
        if (!Getallen.Lees(waarde, out getal)) return Waardefout.GeenGetal;
        if (_vast is not null && !waarde.SequenceEqual(_vast)) return Waardefout.Patroon;
        if (getal < Datatype.Min) return Waardefout.TeKlein;
        return getal > Datatype.Max ? Waardefout.TeGroot : Waardefout.Geen;
    }
}
