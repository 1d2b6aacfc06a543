using System.Text;
using Ijw.Retour;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Retour;

public class TechnicalAfgekeurdTests
{
    private static readonly DateOnly Dagtekening = new(2026, 11, 23);

    public static TheoryData<string, string, string, string> Heenberichten =>
        new()
        {
            { "JW301", "JW302", "0518", "90000001" },
            { "JW305", "JW306", "90000001", "0518" },
            { "JW307", "JW308", "90000001", "0518" },
            { "JW315", "JW316", "90000001", "0518" },
            { "JW317", "JW318", "90000001", "0518" },
            { "JW319", "JW320", "0518", "90000001" },
        };

    [Theory]
    [MemberData(nameof(Heenberichten))]
    public void A_retour_is_a_valid_bericht_with_the_parties_and_identity_of_the_heenbericht(
        string heen,
        string retour,
        string afzender,
        string ontvanger
    )
    {
        var bytes = RetourBuilder.TechnicallyRejected(Header(heen, afzender, ontvanger), "R00000000001", Dagtekening);

        var outcome = Checks.Check(bytes);
        Assert.Empty(outcome.Bevindingen);
        var header = outcome.Header!;
        Assert.Equal(
            (retour, afzender, ontvanger, "H1&<2", "R00000000001"),
            (header.Kind.Name, header.Afzender, header.Ontvanger, header.Identificatie, header.IdentificatieRetour)
        );
        Assert.Equal((ontvanger, afzender), (header.Sender, header.Addressee));
        Assert.Contains(">0001<", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        if (StandardFolder.Path is not null)
        {
            Assert.Null(Schemas.Objection(bytes));
        }
    }

    [Fact]
    public void A_JW323_gets_a_JW325_with_its_own_identity_and_the_real_direction()
    {
        var bytes = RetourBuilder.TechnicallyRejected(Header("JW323", "90000001", "0518"), "A00000000001", Dagtekening);

        var outcome = Checks.Check(bytes);
        Assert.Empty(outcome.Bevindingen);
        var header = outcome.Header!;
        Assert.Equal(
            ("JW325", "0518", "90000001", "A00000000001"),
            (header.Kind.Name, header.Afzender, header.Ontvanger, header.Identificatie)
        );
        Assert.Equal(("0518", "90000001"), (header.Sender, header.Addressee));
        if (StandardFolder.Path is not null)
        {
            Assert.Null(Schemas.Objection(bytes));
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_with_CRLF_and_no_byte_order_mark()
    {
        var header = Header("JW305", "90000001", "0518");

        var bytes = RetourBuilder.TechnicallyRejected(header, "R1", Dagtekening);

        Assert.Equal(bytes, RetourBuilder.TechnicallyRejected(header, "R1", Dagtekening));
        Assert.Equal((byte)'<', bytes[0]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void An_answer_has_no_answer() =>
        Assert.Throws<ArgumentException>(() => RetourBuilder.TechnicallyRejected(Header("JW306", "90000001", "0518"), "R1", Dagtekening));

    private static BerichtHeader Header(string kind, string afzender, string ontvanger) =>
        new()
        {
            Kind = Standard.Find(kind)!,
            Afzender = afzender,
            Ontvanger = ontvanger,
            Identificatie = "H1&<2",
            Dagtekening = new DateOnly(2026, 11, 20),
            DagtekeningText = "2026-11-20",
            BasisschemaXsdVersie = "1.0.0",
            BerichtXsdVersie = "1.0.1",
        };
}
