using System.Xml.Linq;
using Ijw.Content;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Rules;

/// <summary>A reference of only white space: the schema lets it pass (messages.md 5.4), and it refers to nothing.</summary>
public class BlankReferenceTests
{
    private static readonly XNamespace Basis = Berichtsoort.BasisNamespace;

    public static TheoryData<string> Blanks => [" ", "\t \n", "\r"];

    [Theory]
    [MemberData(nameof(Blanks))]
    public void A_credit_with_a_blank_reference_has_none(string blank)
    {
        var bericht = WithReferences(blank, isCredit => isCredit);

        Assert.Equal("CD060", Assert.Single(Checks.Check(bericht).Bevindingen).Rule);
    }

    [Theory]
    [MemberData(nameof(Blanks))]
    public void Debets_with_a_blank_reference_are_debets_and_none_credits_another(string blank)
    {
        var bericht = WithReferences(blank, isCredit => !isCredit);

        Assert.Empty(Checks.Check(bericht).Bevindingen);
        var prestaties = Assert
            .IsType<DeclaratieBericht>(ContentReader.Read(bericht, Keys.Of))
            .Clienten.SelectMany(client => client.Value.Prestaties);
        Assert.All(prestaties, prestatie => Assert.Equal(prestatie.Value.IsCredit, prestatie.Value.VorigReferentieNummer is not null));
    }

    private static byte[] WithReferences(string reference, Func<bool, bool> which)
    {
        var bericht = XDocument.Load(RulePages.BasisPath("JW323"));
        XNamespace own = Standard.Find("JW323")!.Namespace;
        foreach (var prestatie in bericht.Descendants(own + "Prestatie"))
        {
            var isCredit = prestatie.Element(own + "IngediendBedrag")!.Element(Basis + "DebetCredit")!.Value == "C";
            if (which(isCredit))
            {
                prestatie.Element(own + "ProductReferentie")!.SetElementValue(Basis + "VorigReferentieNummer", reference);
            }
        }

        var stream = new MemoryStream();
        bericht.Save(stream);
        return stream.ToArray();
    }
}
