using Ijw.Cli.Tests.Shared;
using Ijw.Retour;

namespace Ijw.Cli.Tests.Making;

public sealed class RetourCommandTests : IDisposable
{
    private static readonly string[] Fixed = ["--identificatie", "RET1", "--dagtekening", "2026-03-02"];

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Task<ProgramOutcome> Retour(params string[] arguments) => IjwProgram.Ijw(CliSamples.Folder, ["retour", .. arguments]);

    [Theory]
    [InlineData(CliSamples.Good)]
    [InlineData(CliSamples.FaultBsn)]
    [InlineData("04-declaratie.xml")]
    [InlineData("45-declaratie-te-vroeg.xml")]
    public async Task The_answer_is_that_of_the_library_for_what_was_found(string sample)
    {
        await using var file = File.OpenRead(CliSamples.PathTo(sample));
        var check = new BerichtCheck();
        check.Feed(await File.ReadAllBytesAsync(CliSamples.PathTo(sample), TestContext.Current.CancellationToken));
        var expected = await RetourBuilder.MakeAsync(
            file,
            check.Complete().Bevindingen,
            "RET1",
            new DateOnly(2026, 3, 2),
            TestContext.Current.CancellationToken
        );

        var toFile = await Retour([.. Fixed, sample, "--naar", _folder["retour.xml"]]);
        Assert.Equal(0, toFile.Code);
        Assert.Empty(toFile.Out + toFile.Fault);
        Assert.Equal(expected, await File.ReadAllBytesAsync(_folder["retour.xml"], TestContext.Current.CancellationToken));
        Assert.Equal(0, (await IjwProgram.Ijw(_folder.Path, "controleer", "retour.xml")).Code);
    }

    [Fact]
    public async Task Standard_input_and_output_work_as_files_do()
    {
        var bericht = await File.ReadAllBytesAsync(CliSamples.PathTo(CliSamples.FaultBsn), TestContext.Current.CancellationToken);
        var fromInput = await IjwProgram.IjwWith(bericht, CliSamples.Folder, ["retour", .. Fixed, "-"]);
        var fromFile = await Retour([.. Fixed, CliSamples.FaultBsn]);
        Assert.Equal(0, fromInput.Code);
        Assert.Contains(":RetourCode>0001<", fromInput.Out, StringComparison.Ordinal);
        Assert.Equal(fromFile.Out, fromInput.Out);
    }

    [Fact]
    public async Task Without_options_the_answer_is_of_today_and_has_an_identity()
    {
        var outcome = await Retour(CliSamples.Good);
        Assert.Equal(0, outcome.Code);
        Assert.Matches(":IdentificatieRetour>[0-9]{12}<", outcome.Out);
        Assert.Equal(0, (await IjwProgram.IjwWith(System.Text.Encoding.UTF8.GetBytes(outcome.Out), _folder.Path, "controleer", "-")).Code);
    }

    [Theory]
    [InlineData("33-doctype.xml: dit is geen bericht, en daarop bestaat geen antwoord. Zie: ijw controleer\n", CliSamples.WithDoctype)]
    [InlineData("weg.xml: er is geen antwoord gemaakt: het bestaat niet (meer).\n", "weg.xml")]
    [InlineData(
        "01-toewijzing-specifiek.xml: de dagtekening van het antwoord ligt vóór die van het bericht. Kies een andere met --dagtekening.\n",
        CliSamples.Good,
        "--dagtekening",
        "2020-01-01"
    )]
    [InlineData("Optie --dagtekening is een datum als jjjj-mm-dd.\nZie: ijw retour --help\n", CliSamples.Good, "--dagtekening", "1-1-2026")]
    [InlineData(
        "Optie --identificatie heeft 1 tot en met 12 letters en cijfers.\nZie: ijw retour --help\n",
        CliSamples.Good,
        "--identificatie",
        "1234567890123"
    )]
    public async Task What_can_not_be_answered_is_said_and_ends_with_2(string fault, params string[] arguments)
    {
        var outcome = await Retour(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Equal(fault, outcome.Fault);
    }

    [Theory]
    [InlineData("weg/retour.xml: het antwoord is niet geschreven: het bestaat niet (meer).\n", "weg/retour.xml")]
    [InlineData("map: het antwoord is niet geschreven: dit is een map.\n", "map")]
    [InlineData("/dev/full: het antwoord is niet geschreven: de schijf is vol.\n", "/dev/full")]
    [InlineData("heen.xml: dit is het bericht zelf; geef bij --naar een ander bestand.\n", "heen.xml")]
    public async Task What_can_not_be_written_is_blamed_and_not_the_bericht(string fault, string to)
    {
        _folder.Take(CliSamples.Good, "heen.xml");
        Directory.CreateDirectory(_folder["map"]);
        var outcome = await IjwProgram.Ijw(_folder.Path, ["retour", .. Fixed, "heen.xml", "--naar", to]);
        Assert.Equal(2, outcome.Code);
        Assert.Equal(fault, outcome.Fault);
        Assert.Equal(
            await File.ReadAllBytesAsync(CliSamples.PathTo(CliSamples.Good), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder["heen.xml"], TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_folder_is_no_bericht_to_answer()
    {
        var outcome = await Retour(_folder.Path);
        Assert.Equal(2, outcome.Code);
        Assert.Equal($"{_folder.Path}: er is geen antwoord gemaakt: dit is een map.\n", outcome.Fault);
    }

    [Fact]
    public async Task An_answer_has_no_answer()
    {
        await Retour([.. Fixed, CliSamples.Good, "--naar", _folder["retour.xml"]]);
        var outcome = await Retour(_folder["retour.xml"]);
        Assert.Equal(2, outcome.Code);
        Assert.EndsWith("op een JW302 bestaat geen antwoord.\n", outcome.Fault, StringComparison.Ordinal);
    }
}
