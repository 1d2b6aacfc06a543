using System.Text;
using System.Xml.Linq;
using Hub.Deelnemers;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Ijw;
using Ijw.Catalogue;

namespace Hub.Local.Tests.Samples;

public sealed class SampleTests
{
    private static readonly DeelnemerList Deelnemers = DeelnemersFile.Read(File.ReadAllBytes(ProjectPaths.Deelnemers)).List!;

    public static TheoryData<string> Names => [.. SampleList.Read().Select(sample => sample.File).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_breaks_exactly_the_rules_that_it_says(string name)
    {
        var theSample = SampleList.Read().First(sample => sample.File == name);

        var outcome = Check(SampleList.Content(theSample));

        // What other berichten make of it, only a running hub can tell.
        var own = (theSample.Expected.Rules ?? []).Where(code => RuleCatalogue.Find(code)?.Level is not (3 or 4));
        Assert.Equal(own.Order(), outcome.Bevindingen.Select(bevinding => bevinding.Rule).Distinct().Order());
    }

    [Fact]
    public void Every_file_is_a_sample_and_every_sample_is_sent_by_a_deelnemer()
    {
        var samples = SampleList.Read();

        var files = Directory.GetFiles(SampleList.Folder, "*.xml").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(
            files,
            samples.Where(sample => sample.LargeUntilBytes is null).Select(sample => sample.File).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(samples, sample => Assert.NotNull(Deelnemers.WithCode(sample.Afzender)));
    }

    [Fact]
    public void Every_gemeente_takes_part_in_a_sample_that_arrives_and_all_four_berichtsoorten_do()
    {
        var arrived = SampleList.Read().Where(sample => sample.Expected is { Outcome: SampleFate.Delivered, Rules: null }).ToList();

        var gemeenten = Deelnemers.All.Where(deelnemer => deelnemer.Kind == DeelnemerKind.Gemeente).Select(deelnemer => deelnemer.Code);
        Assert.Empty(gemeenten.Except(arrived.Select(sample => sample.Afzender)));
        Assert.Equal(
            ["JW301", "JW305", "JW307", "JW323"],
            arrived.Select(sample => Check(SampleList.Content(sample)).Kind!.Name).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_large_declaratie_adds_up_and_is_the_same_every_time()
    {
        var theSample = SampleList.Read().Single(sample => sample.LargeUntilBytes is not null);

        var content = SampleList.Content(theSample);

        Assert.True(content.Length >= theSample.LargeUntilBytes);
        Assert.Equal(content, SampleList.Content(theSample));
        var xml = XDocument.Parse(Encoding.UTF8.GetString(content));
        var amounts = xml.Descendants().Where(element => element.Name.LocalName == "Bedrag").Sum(element => long.Parse(element.Value));
        Assert.Equal(amounts, long.Parse(xml.Descendants().Single(element => element.Name.LocalName == "TotaalBedrag").Value));
    }

    private static CheckOutcome Check(byte[] content)
    {
        var check = new BerichtCheck();
        check.Feed(content);
        return check.Complete();
    }
}
