using System.Text;
using Ijw.Model.Datatypes;
using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>A datatype made ready for checking values in UTF-8.</summary>
internal sealed partial class LeafType
{
    private readonly Basistype _basis;
    private readonly PatternKind _pattern;
    private readonly int _minLength;
    private readonly int _maxLength;
    private readonly int _digitCount;
    private readonly long _min;
    private readonly long _max;
    private readonly CodeTable? _codes;
    private readonly byte[]? _constant;

    public LeafType(Datatype datatype)
    {
        Datatype = datatype;
        _basis = datatype.Basis;
        _pattern = datatype.Pattern?.Kind ?? PatternKind.No;
        _minLength = datatype.MinLength ?? 0;
        _maxLength = datatype.MaxLength ?? int.MaxValue;
        _digitCount = datatype.Pattern?.Count ?? -1;
        _min = datatype.Min ?? long.MinValue;
        _max = datatype.Max ?? long.MaxValue;
        if (datatype.Codelijst is { } list)
        {
            _codes = new CodeTable([.. list.Codes.Select(code => Pack(Encoding.UTF8.GetBytes(code.Value)))]);
        }
        _constant = datatype.Pattern?.Text is { } text ? Encoding.UTF8.GetBytes(text) : null;
    }

    /// <summary>The datatype.</summary>
    public Datatype Datatype { get; }

    /// <summary>True for texts that no code list bounds.</summary>
    public bool IsText => _basis == Basistype.Text && _codes is null;

    /// <summary>Checks <paramref name="value"/> as delivered.</summary>
    /// <param name="value">The value in UTF-8; where the base ignores white space around it, only what counts is left.</param>
    /// <param name="number">The number, or the day number of a date; 0 for texts and times.</param>
    public ValueFault Check(ref ReadOnlySpan<byte> value, out long number)
    {
        number = 0;
        if (_basis == Basistype.Text)
        {
            return CheckText(value);
        }
        value = value.Trim(" \t\r\n"u8);
        return _basis switch
        {
            Basistype.Whole => CheckNumber(value, out number),
            Basistype.Date => Dates.Read(value, out number) ? ValueFault.No : ValueFault.NoDate,
            _ => Times.IsTime(value) ? ValueFault.No : ValueFault.NoTime,
        };
    }

    private ValueFault CheckText(ReadOnlySpan<byte> value)
    {
        if (_codes is not null)
        {
            return InList(value) ? ValueFault.No : ValueFault.Codelijst;
        }
        var characters = CharacterSet.Count(value);
        if (characters < _minLength)
        {
            return ValueFault.TooShort;
        }
        if (characters > _maxLength)
        {
            return ValueFault.TooLong;
        }
        return Past(value, characters) ? ValueFault.No : ValueFault.Pattern;
    }

    /// <summary>A code of at most four bytes as one number; the length counts, since no code has a NUL.</summary>
    private static uint Pack(ReadOnlySpan<byte> code)
    {
        var packed = 0u;
        for (var at = code.Length - 1; at >= 0; at--)
        {
            packed = (packed << 8) | code[at];
        }
        return packed;
    }

    private bool InList(ReadOnlySpan<byte> value) =>
        value.Length is > 0 and <= sizeof(uint) && value[0] != 0 && _codes!.Contains(Pack(value));

    private bool Past(ReadOnlySpan<byte> value, int characters) =>
        _pattern switch
        {
            PatternKind.NotEmpty => !value.ContainsAny("\r\n"u8) && HasVisible(value),
            PatternKind.NotBlank => HasVisible(value),
            PatternKind.Digits => !value.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (_digitCount < 0 || characters == _digitCount),
            PatternKind.Letters => CharacterSet.LettersOnly(value),
            PatternKind.LettersAndDigits => CharacterSet.LettersAndDigitsOnly(value),
            PatternKind.Version => Versions.IsVersion(value),
            PatternKind.Fixed => value.SequenceEqual(_constant),
            _ => true,
        };

    private static bool HasVisible(ReadOnlySpan<byte> value) =>
        !value.IsEmpty && (value[0] > ' ' || value.ContainsAnyExcept(XmlNames.WhiteSpace));

    private ValueFault CheckNumber(ReadOnlySpan<byte> value, out long number)
    {
        if (!Numbers.Read(value, out number))
        {
            return ValueFault.NoNumber;
        }
        if (_constant is not null && !value.SequenceEqual(_constant))
        {
            return ValueFault.Pattern;
        }
        if (number < _min)
        {
            return ValueFault.TooSmall;
        }
        return number > _max ? ValueFault.TooLarge : ValueFault.No;
    }
}
