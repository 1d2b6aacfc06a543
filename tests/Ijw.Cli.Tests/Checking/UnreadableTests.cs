using System.Net.Sockets;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

/// <summary>What is found and can't be entered, opened or read is named, and the rest is checked.</summary>
public sealed class UnreadableTests : IDisposable
{
    private const string NotUtf8 = "niet gelezen: de naam is niet in UTF-8 geschreven; geef het een andere naam.";

    private readonly WorkFolder _folder = new();

    public UnreadableTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The shell makes here what only Linux has.");
        _folder.Take(CliSamples.Good, "in/a.xml");
    }

    public void Dispose()
    {
        // .NET can't remove a name that is not UTF-8.
        using var remove = System.Diagnostics.Process.Start("sh", ["-c", "chmod -R u+rwx \"$0\"; rm -rf \"$0\"/*", _folder.Path]);
        remove.WaitForExit();
        _folder.Dispose();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Checked(ProgramOutcome outcome) =>
        outcome.Rules.Where(line => line.Contains(": JW", StringComparison.Ordinal)).Select(line => line.Split(':')[0]);

    private async Task Make(string script)
    {
        var outcome = await IjwProgram.Shell(
            _folder.Path,
            $"cp in/a.xml goed.xml; cp '{CliSamples.PathTo(CliSamples.FaultBsn)}' fout.xml; {script}"
        );
        Assert.True(outcome.Code == 0, outcome.Fault);
    }

    private Task<ProgramOutcome> Check(params string[] sources) => IjwProgram.Ijw(_folder.Path, ["controleer", .. sources]);

    [Theory]
    [InlineData("in")]
    [InlineData("in/**")]
    [InlineData("in/*")]
    public async Task A_name_that_is_not_UTF8_is_named_with_its_bytes(string source)
    {
        await Make(
            """mkdir "$(printf 'in/caf\351')"; cp fout.xml "$(printf 'in/caf\351/b.xml')"; cp fout.xml "$(printf """
                + """'in/m\377.xml')"; cp goed.xml "$(printf 'in/m\357\277\275.xml')" """
        );

        var outcome = await Check(source);

        Assert.Equal(2, outcome.Code);
        Assert.Equal([$@"in/caf\xE9: {NotUtf8}", $@"in/m\xFF.xml: {NotUtf8}"], Lines(outcome.Fault));
        Assert.Equal(["in/a.xml", "in/m\uFFFD.xml"], Checked(outcome));
        Assert.EndsWith(
            "2 berichten: 2 goedgekeurd, 0 afgekeurd, 0 geen bericht, 2 niet gelezen.\n",
            outcome.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("in/caf?/*.xml")]
    [InlineData("in/**/b.xml")]
    [InlineData("i*/c*/b.xml")]
    public async Task A_folder_on_the_way_of_a_pattern_whose_name_is_not_UTF8_is_named(string pattern)
    {
        await Make(
            """mkdir "$(printf 'in/caf\351')"; cp fout.xml "$(printf 'in/caf\351/b.xml')"; mkdir in/cafe; cp goed.xml in/cafe/b.xml"""
        );

        var outcome = await Check(pattern);

        Assert.Equal(2, outcome.Code);
        Assert.Equal([$@"in/caf\xE9: {NotUtf8}"], Lines(outcome.Fault));
        Assert.Equal(["in/cafe/b.xml"], Checked(outcome));
    }

    [Fact]
    public async Task A_pipe_a_socket_or_a_device_in_a_folder_is_named_and_never_waited_for()
    {
        await Make("mkfifo in/pipe.xml in/pipe.txt; ln -s pipe.xml in/link.xml; ln -s /dev/tty in/tty.xml; ln -s /dev/zero in/zero.xml");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["in/sok.xml"]));

        foreach (var source in new[] { "in", "in/*.xml", "in/**/*.xml" })
        {
            var outcome = await Check(source);
            Assert.Equal(2, outcome.Code);
            Assert.Equal(
                [
                    "in/link.xml: niet gelezen: dit is een pipe en geen bestand.",
                    "in/pipe.xml: niet gelezen: dit is een pipe en geen bestand.",
                    "in/sok.xml: niet gelezen: dit is een socket en geen bestand.",
                    "in/tty.xml: niet gelezen: dit is een apparaat en geen bestand.",
                    "in/zero.xml: niet gelezen: dit is een apparaat en geen bestand.",
                ],
                Lines(outcome.Fault)
            );
            Assert.Equal(["in/a.xml"], Checked(outcome));
        }
    }

    [Fact]
    public async Task A_pipe_that_is_named_is_read()
    {
        await Make("mkfifo pipe");
        var outcome = await IjwProgram.Shell(_folder.Path, "cat goed.xml >pipe & ijw controleer pipe");
        Assert.Equal((0, "pipe: JW301, goedgekeurd\n"), (outcome.Code, outcome.Out));
    }

    [Fact]
    public async Task Links_to_nothing_or_round_are_named_whatever_their_name()
    {
        await Make("ln -s weg in/map; ln -s goed.xml/x in/door.xml; ln -s lus.xml in/lus.xml; ln -s b in/c; ln -s c in/b");

        var outcome = await Check("in");

        Assert.Equal(2, outcome.Code);
        Assert.Equal(
            [
                "in/b: niet gelezen: de links gaan in een kring rond.",
                "in/c: niet gelezen: de links gaan in een kring rond.",
                "in/door.xml: niet gelezen: de link wijst naar iets wat er niet (meer) is.",
                "in/lus.xml: niet gelezen: de links gaan in een kring rond.",
                "in/map: niet gelezen: de link wijst naar iets wat er niet (meer) is.",
            ],
            Lines(outcome.Fault)
        );
        Assert.Equal(["in/a.xml"], Checked(outcome));
    }

    [Fact]
    public async Task A_link_to_a_folder_is_followed_once_after_all_else()
    {
        await Make(
            "mkdir -p elders/diep in/b; cp goed.xml elders/e.xml; cp goed.xml elders/diep/d.xml; cp goed.xml "
                + "in/b/b.xml; ln -s ../elders in/a; ln -s ../elders in/c; ln -s ../../in elders/diep/terug; ln -s b in/ook"
        );

        var outcome = await Check("in");

        Assert.Equal((0, ""), (outcome.Code, outcome.Fault));
        Assert.Equal(["in/a.xml", "in/b/b.xml", "in/a/e.xml", "in/a/diep/d.xml"], Checked(outcome));
    }

    [Fact]
    public async Task What_we_have_no_rights_on_is_named()
    {
        var run = "";
        if (Environment.UserName == "root")
        {
            Assert.SkipUnless(
                File.Exists("/usr/bin/setpriv"),
                "As root there is nothing that we have no rights on, and setpriv(1) is not here."
            );
            run = "setpriv --reuid 65534 --regid 65534 --clear-groups ";
        }

        // The user that has no rights must reach the program itself.
        await Make(
            $"chmod 755 .; mkdir in/dicht in/lijst in/pad; for m in dicht lijst pad; do cp goed.xml in/$m/b.xml; done; "
                + $"cp -r '{AppContext.BaseDirectory}' ijw"
        );
        await Make("cp goed.xml in/geheim.xml; chmod 000 in/geheim.xml in/dicht; chmod 444 in/lijst; chmod 111 in/pad");
        var outcome = await IjwProgram.Shell(
            _folder.Path,
            $"HOME=. {run}dotnet ijw/Ijw.Cli.dll controleer in in/dicht/b.xml in/pad/b.xml 'in/d*/b.xml' 'in/dicht/b*'"
        );

        Assert.Equal(2, outcome.Code);
        Assert.Equal(
            ((string[])["in/geheim.xml", "in/dicht", "in/lijst/b.xml", "in/pad", "in/dicht/b.xml", "in/dicht", "in/dicht/b*"]).Select(
                path => $"{path}: niet gelezen: u hebt er geen rechten op."
            ),
            Lines(outcome.Fault)
        );
        Assert.Equal(["in/a.xml", "in/pad/b.xml"], Checked(outcome));
    }

    [Fact]
    public async Task A_name_or_path_that_is_too_long_is_named()
    {
        var part = new string('d', 200);
        await Make(
            $"cd in; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do mkdir {part}; cd {part}; done; echo x >b.xml"
        );

        var outcome = await Check("in", new string('n', 300) + ".xml");

        Assert.Equal(2, outcome.Code);
        Assert.Equal(2, Lines(outcome.Fault).Length);
        Assert.All(Lines(outcome.Fault), line => Assert.EndsWith(": niet gelezen: de naam is te lang.", line, StringComparison.Ordinal));
        Assert.Equal(["in/a.xml"], Checked(outcome));
    }

    [Fact]
    public async Task A_folder_that_fits_a_pattern_is_checked_as_if_it_was_named()
    {
        await Make("mkdir -p in/map.xml; cp fout.xml in/map.xml/diep.xml");
        var outcome = await Check("in/*.xml");
        Assert.Equal(1, outcome.Code);
        Assert.Equal(["in/a.xml", "in/map.xml/diep.xml"], Checked(outcome));
    }
}
