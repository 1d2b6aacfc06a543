using System.Text;
using Hub.Deelnemers;

namespace Hub.Tests.Deelnemers;

public class DeelnemersFileTests
{
    [Fact]
    public void The_region_of_this_repository_is_valid()
    {
        var (list, faults) = DeelnemersFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "deelnemers.json")));

        Assert.Empty(faults);
        Assert.Equal(10, list!.All.Count(deelnemer => deelnemer.Kind == DeelnemerKind.Gemeente));
        Assert.Equal("Den Haag", list.WithCode("0518")!.Name);
        Assert.Equal(Retour.Itself, list.WithCode("1842")!.Retour);
        Assert.Equal("postbus-90000002", list.WithAppId("00000000-0000-4000-8000-000090000002")!.Postbus);
        Assert.Equal((Channel.ServiceBus, Channel.Http), (list.WithCode("0518")!.Channel, list.WithCode("90000004")!.Channel));
        Assert.Null(list.WithCode("9999"));
        Assert.Null(list.WithAppId("onzin"));
        Assert.Null(list.WithAppId(null));
    }

    [Theory]
    [InlineData(
        "gemeenten",
        """{"code":"503","naam":"A","retour":"hub","appIds":[]}""",
        "gemeenten[1].code: moet 4 cijfers zijn, als tekst."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"0503","naam":"A","retour":"hub","appIds":[]}""",
        "aanbieders[0].code: moet 8 cijfers zijn, als tekst."
    )]
    [InlineData("gemeenten", """{"code":"0503","naam":"A","retour":"hub","appIds":[]}""", "gemeenten[1].code: 0503 komt vaker voor.")]
    [InlineData("gemeenten", """{"code":"0518","naam":" ","retour":"hub","appIds":[]}""", "gemeenten[1].naam: ontbreekt.")]
    [InlineData("gemeenten", """{"code":"0518","naam":"A","retour":"ja","appIds":[]}""", "gemeenten[1].retour: moet hub of zelf zijn.")]
    [InlineData("gemeenten", """{"code":"0518","naam":"A","retour":"hub"}""", "gemeenten[1].appIds: ontbreekt.")]
    [InlineData(
        "gemeenten",
        """{"code":"0518","naam":"A","retour":"hub","appIds":["x"]}""",
        "gemeenten[1].appIds[0]: is geen app-id van Entra (een GUID)."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"90000001","naam":"A","retour":"hub","appIds":["00000000-0000-4000-8000-000000000503"]}""",
        "aanbieders[0].appIds[0]: 00000000-0000-4000-8000-000000000503 hoort al bij een deelnemer."
    )]
    [InlineData(
        "gemeenten",
        """{"code":"0518","naam":"A","retour":"hub","appIds":[],"principalId":"x"}""",
        "gemeenten[1].principalId: is geen object-id van Entra (een GUID)."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"90000001","naam":"A","retour":"hub","appIds":[],"principalId":"10000000-0000-4000-8000-000000000503"}""",
        "aanbieders[0].principalId: 10000000-0000-4000-8000-000000000503 hoort al bij een deelnemer."
    )]
    [InlineData(
        "gemeenten",
        """{"code":"0518","naam":"A","retour":"hub","appIds":[],"certificaten":["00 11"]}""",
        "gemeenten[1].certificaten[0]: is geen vingerafdruk van een certificaat (SHA-1, 40 hexadecimale cijfers)."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"90000001","naam":"A","retour":"hub","appIds":[],"certificaten":["00000000000000000000000000000000000005AB"]}""",
        "aanbieders[0].certificaten[0]: 00000000000000000000000000000000000005AB hoort al bij een deelnemer."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"90000001","naam":"A","retour":"hub","kanaal":"post","appIds":[]}""",
        "aanbieders[0].kanaal: moet servicebus of http zijn, of ontbreken."
    )]
    [InlineData(
        "gemeenten",
        """{"code":"0518","naam":"A","retour":"hub","vrijeDagen":["2026-05-15","15-5-2026"],"appIds":[]}""",
        "gemeenten[1].vrijeDagen[1]: is geen datum (jjjj-mm-dd)."
    )]
    [InlineData(
        "aanbieders",
        """{"code":"90000001","naam":"A","retour":"hub","vrijeDagen":[],"appIds":[]}""",
        "aanbieders[0].vrijeDagen: kan alleen bij een gemeente; haar dagen gelden voor beide partijen."
    )]
    [InlineData("gemeenten", "null", "gemeenten[1]: is leeg.")]
    public void Each_fault_is_one_clear_line(string list, string rule, string expected)
    {
        const string delft = """
            {"code":"0503","naam":"Delft","retour":"hub","appIds":["00000000-0000-4000-8000-000000000503"],
            "principalId":"10000000-0000-4000-8000-000000000503",
             "certificaten":["00000000000000000000000000000000000005ab"]}
            """;
        var gemeenten = list == "gemeenten" ? $"{delft},{rule}" : delft;
        var aanbieders = list == "aanbieders" ? rule : "";
        var json = $$"""{"regio":"R","gemeenten":[{{gemeenten}}],"aanbieders":[{{aanbieders}}]}""";

        var (deelnemers, faults) = DeelnemersFile.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(deelnemers);
        Assert.Equal([expected], faults);
    }

    [Fact]
    public void A_misspelt_member_is_a_fault_with_its_line()
    {
        var (_, faults) = DeelnemersFile.Read("{\"regio\":\"R\",\n\"gemeente\":[]}"u8);

        Assert.Equal(["deelnemers.json is niet leesbaar: $.gemeente, regel 2."], faults);
    }

    [Fact]
    public void An_empty_file_names_all_that_is_missing()
    {
        var (_, faults) = DeelnemersFile.Read("{}"u8);

        Assert.Equal(["regio: ontbreekt.", "gemeenten: er moet er minstens één zijn.", "aanbieders: ontbreekt."], faults);
    }
}
