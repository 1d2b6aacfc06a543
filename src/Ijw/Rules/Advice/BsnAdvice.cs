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
        foreach (var soort in Standaard.Berichtsoorten)
            binding.VolgElk<Told>([soort.Naam], klasse => klasse.IsHeader, (header, told) => Once(header.Veld(
                header.Kent("IdentificatieRetour") ? "IdentificatieRetour" : "BerichtIdentificatie/Identificatie"), told));
        foreach (var field in OwnReferences)
        {
            binding.VolgElk<Told>(
                ["JW315", "JW317", "JW323"], klasse => klasse.Kent(field), (klasse, told) => Once(klasse.Veld(field), told));
        }
    }

    private static RecordCheck Once(Veld field, Told told) => (record, melder) =>
    {
        if (told.IsTold || !LooksLikeBsn(record.Bytes(field))) return;
        told.IsTold = true;
        melder.Advise(field, "");
    };

    private static bool LooksLikeBsn(ReadOnlySpan<byte> value)
    {
        if (value.Length is < Digits or > Longest) return false;
        Span<char> text = stackalloc char[Longest];
        return Elfproef.LooksLikeBsn(text[..Encoding.UTF8.GetChars(value, text)]);
    }

    private sealed class Told : IGeheugendeel
    {
        public bool IsTold { get; set; }

        public void Clear() => IsTold = false;
    }
}
