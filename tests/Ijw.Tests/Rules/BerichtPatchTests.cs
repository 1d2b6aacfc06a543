using System.Xml.Linq;

namespace Ijw.Tests.Rules;

public sealed class BerichtPatchTests
{
    private static readonly Berichtsoort Kind = Standard.Find("JW301")!;

    private readonly XDocument _bericht = RulePages.Basis(Kind);

    [Fact]
    public void Sets_a_value()
    {
        Pass("Client/Communicatie/Vorm = 2");
        Assert.Equal("2", Element("Communicatie").Elements().First().Value);
    }

    [Fact]
    public void Keeps_spaces_in_a_value()
    {
        Pass("Client/Communicatie/Taal =   ");
        Assert.Equal("  ", Element("Taal").Value);
    }

    [Fact]
    public void Creates_what_is_absent_at_its_place_in_the_order_and_in_its_namespace()
    {
        Pass("Client/Commentaar = Bel na vier uur", "Client/Naam/Partnernaam/Achternaam = Verzonnen");
        Assert.Equal("Communicatie", ((XElement)Element("Commentaar").PreviousNode!).Name.LocalName);
        Assert.Equal(Kind.Namespace, Element("Commentaar").Name.NamespaceName);
        var name = _bericht.Root!.Elements().Last().Elements().Single(kind => kind.Name.LocalName == "Naam");
        Assert.Equal(
            ["Geslachtsnaam", "Partnernaam", "Voornamen", "Voorletters", "NaamGebruik"],
            name.Elements().Select(kind => kind.Name.LocalName)
        );
        Assert.All(name.Elements(), kind => Assert.Equal(Berichtsoort.BasisNamespace, kind.Name.NamespaceName));
    }

    [Fact]
    public void Removes_an_element_with_all_that_is_in_it()
    {
        Pass("Client/Relaties -");
        Assert.DoesNotContain(_bericht.Descendants(), kind => kind.Name.LocalName is "Relaties" or "Relatie");
    }

    [Fact]
    public void Copies_an_element_next_to_itself()
    {
        Pass("Client/Contactgegevens/Contact[1] +", "Client/Contactgegevens/Contact[2]/Soort = 03");
        Assert.Equal(["01", "03", "04"], Element("Contactgegevens").Elements().Select(contact => contact.Elements().First().Value));
    }

    [Theory]
    [InlineData("Client/Bsn: 1")]
    [InlineData("Client/Bsn")]
    [InlineData("Client/Bsn * 1")]
    [InlineData("Client/Achternaam = x")]
    [InlineData("Client/Contactgegevens/Contact/Soort = 01")]
    [InlineData("Client/Contactgegevens/Contact[9]/Soort = 01")]
    [InlineData("Client/Contactgegevens/Contact[0]/Soort = 01")]
    [InlineData("Client/Commentaar -")]
    [InlineData("Client/Commentaar +")]
    [InlineData("Client/Naam = x")]
    public void Refuses_a_line_that_cannot_be_meant(string rule) => Assert.Throws<FormatException>(() => Pass(rule));

    private void Pass(params string[] rules) => BerichtPatch.Apply(Kind, _bericht, rules);

    private XElement Element(string name) => _bericht.Root!.Elements().Last().Descendants().First(kind => kind.Name.LocalName == name);
}
