using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A Dutch Postcode is four digits, not starting with 0, and two letters, without a space (rules.md 4).</summary>
internal sealed class CS089 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301"],
            "Contact",
            contact =>
            {
                var nederland = contact.Is("Adres/LandCode", "NL");
                var postcode = contact.Field("Adres/Postcode");
                return contact.Check("Adres/Postcode", record => !nederland(record) || IsPostcode(record.Bytes(postcode)));
            }
        );

    private static bool IsPostcode(ReadOnlySpan<byte> text) =>
        text.Length == 6
        && text[0] is >= (byte)'1' and <= (byte)'9'
        && !text[1..4].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && char.IsAsciiLetter((char)text[4])
        && char.IsAsciiLetter((char)text[5]);
}
