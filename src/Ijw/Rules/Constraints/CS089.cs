using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A Dutch Postcode is four digits, not starting with 0, and two letters, without a space (rules.md 4).</summary>
internal sealed class CS089 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW301"], "Contact", contact =>
        {
            var nederland = contact.Is("Adres/LandCode", "NL");
            var postcode = contact.Veld("Adres/Postcode");
            return contact.Toets("Adres/Postcode", record => !nederland(record) || IsPostcode(record.Bytes(postcode)));
        });

    private static bool IsPostcode(ReadOnlySpan<byte> tekst) =>
        tekst.Length == 6
        && tekst[0] is >= (byte)'1' and <= (byte)'9'
        && !tekst[1..4].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && char.IsAsciiLetter((char)tekst[4])
        && char.IsAsciiLetter((char)tekst[5]);
}
