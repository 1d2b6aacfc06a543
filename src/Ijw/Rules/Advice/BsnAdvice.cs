using System.Text;
using Ijw.Model;
using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Advice;

/// <summary>
/// Advises a sender that used what looks like a BSN as an identification of its own, which the standard allows: on the first of each field.
/// What a sender repeats of another (the Identificatie in a retour, a reference in an answer) is not its to change.
/// </summary>
internal sealed class BsnAdvice : BerichtRule
{
    private const int Digits = 9;

    // Far past the longest identification, in UTF-16.
    private const int Longest = 256;

    private static readonly string[] OwnReferences = ["ReferentieAanbieder", "DeclaratieNummer", "ProductReferentie/ReferentieNummer"];

    /// <summary>What stands in the place of a rule: the standard has none.</summary>
    public override string Code => "BSN";

    public override void Bind(Binding binding)
    {
        foreach (var kind in Standard.Berichtsoorten)
        {
            binding.FollowEach<Told>(
                [kind.Name],
                klasse => klasse.IsHeader,
                (header, told) =>
                    Once(
                        header.Field(header.Knows("IdentificatieRetour") ? "IdentificatieRetour" : "BerichtIdentificatie/Identificatie"),
                        told
                    )
            );
        }
        foreach (var field in OwnReferences)
        {
            binding.FollowEach<Told>(
                ["JW315", "JW317", "JW323"],
                klasse => klasse.Knows(field),
                (klasse, told) => Once(klasse.Field(field), told)
            );
        }
    }

    private static RecordCheck Once(Field field, Told told) =>
        (record, reporter) =>
        {
            if (told.IsTold || !LooksLikeBsn(record.Bytes(field)))
            {
                return;
            }
            told.IsTold = true;
            reporter.Advise(field, "");
        };

    private static bool LooksLikeBsn(ReadOnlySpan<byte> value)
    {
        if (value.Length is < Digits or > Longest)
        {
            return false;
        }
        Span<char> text = stackalloc char[Longest];
        return Elfproef.LooksLikeBsn(text[..Encoding.UTF8.GetChars(value, text)]);
    }

    private sealed class Told : IMemoryPart
    {
        public bool IsTold { get; set; }

        public void Clear() => IsTold = false;
    }
}
