using System.Xml.Linq;
using Ijw.Inhoud;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Gedeeld;

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

        Assert.Equal("CD060", Assert.Single(Controles.Controleer(bericht).Bevindingen).Regel);
    }

    [Theory]
    [MemberData(nameof(Blanks))]
    public void Debets_with_a_blank_reference_are_debets_and_none_credits_another(string blank)
    {
        var bericht = WithReferences(blank, isCredit => !isCredit);

        Assert.Empty(Controles.Controleer(bericht).Bevindingen);
        var prestaties = Assert.IsType<Declaratiebericht>(Inhoudlezer.Lees(bericht, Sleutels.Van)).Clienten.SelectMany(client => client.Waarde.Prestaties);
        Assert.All(prestaties, prestatie => Assert.Equal(prestatie.Waarde.IsCredit, prestatie.Waarde.VorigReferentieNummer is not null));
    }

    private static byte[] WithReferences(string reference, Func<bool, bool> which)
    {
        var bericht = XDocument.Load(RegelPaginas.BasisPad("JW323"));
        XNamespace own = Standaard.Zoek("JW323")!.Namespace;
        foreach (var prestatie in bericht.Descendants(own + "Prestatie"))
        {
            var isCredit = prestatie.Element(own + "IngediendBedrag")!.Element(Basis + "DebetCredit")!.Value == "C";
            if (which(isCredit)) prestatie.Element(own + "ProductReferentie")!.SetElementValue(Basis + "VorigReferentieNummer", reference);
        }

        var stroom = new MemoryStream();
        bericht.Save(stroom);
        return stroom.ToArray();
    }
}
