using System.IO.Pipelines;
using System.Xml.Linq;
using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Retour;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Retour;
using Ijw.Tests.Shared;
using Ijw.Tests.Writing;

namespace Ijw.Tests;

/// <summary>One reading of a bericht gives all that is asked for, and nothing else.</summary>
public class BerichtReadingTests
{
    private const int Seeds = 20;
    private const long LargeTree = 1024 * 1024;

    private static readonly ReadingParts All = new()
    {
        Rules = true,
        Content = new ContentKeys(Keys.Of),
        TreeBytes = LargeTree,
    };

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_parts_of_one_pass_are_what_each_is_by_itself(string kind)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var bytes = BerichtGenerator.Make(Standard.Find(kind)!, seed);
            foreach (var piece in new[] { 1, 700, int.MaxValue })
            {
                var reading = new BerichtReading(All);
                for (var at = 0; at < bytes.Length; at += Math.Min(piece, bytes.Length - at))
                {
                    reading.Feed(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
                }
                Assert.Equal(BerichtCheck.Check(bytes).Header, reading.Header);

                var read = reading.Complete();

                Assert.True(read.IsBericht);
                Assert.Equal(BerichtCheck.Check(bytes).Oordeel, read.Check!.Oordeel);
                Assert.Equal(read.Check.Header, read.Header);
                Assert.Equal(Facts(ContentReader.Read(bytes, Keys.Of)!), Facts(read.Content!));
                Trees.Equal(BerichtGenerator.MakeTree(Standard.Find(kind)!, seed), read.Tree!);
            }
        }
    }

    [Fact]
    public async Task A_stream_and_a_pipe_are_read_once()
    {
        var bytes = TestBericht.JW305.Utf8();
        using var stream = new CountingStream(bytes);
        var fromStream = await BerichtReading.ReadAsync(stream, All, cancellation: TestContext.Current.CancellationToken);
        var pipe = PipeReader.Create(new MemoryStream(bytes));
        var fromPipe = await BerichtReading.ReadAsync(pipe, All, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(bytes.Length, stream.Given);
        foreach (var read in new[] { fromStream, fromPipe, BerichtReading.Read(bytes, All) })
        {
            Assert.Equal(Oordeel.Approved, read.Check!.Oordeel);
            Assert.IsType<Startbericht>(read.Content);
            Assert.Equal("JW305", read.Tree!.Kind.Name);
        }
    }

    [Fact]
    public void What_is_not_asked_for_is_not_there_and_without_the_rules_there_is_no_verdict()
    {
        var broken = TestBericht.With("999900006", "999900007").Utf8();
        Assert.Equal(["CS002"], BerichtReading.Read(broken, ReadingParts.Check).Check!.Bevindingen.Select(bevinding => bevinding.Rule));

        var read = BerichtReading.Read(broken, new ReadingParts());

        Assert.True(read.IsBericht);
        Assert.NotNull(read.Header);
        Assert.Null(read.Check);
        Assert.Null(read.Content);
        Assert.Null(read.Tree);
        Assert.Null(BerichtReading.Read(broken, ReadingParts.Check).Content);
    }

    [Fact]
    public void What_is_no_bericht_gives_its_findings_and_nothing_else()
    {
        var read = BerichtReading.Read(TestBericht.With("<b:Bsn>999900006</b:Bsn>", "").Utf8(), All);

        Assert.False(read.IsBericht);
        Assert.Equal(Oordeel.NoBericht, read.Check!.Oordeel);
        Assert.NotEmpty(read.Check.Bevindingen);
        Assert.Null(read.Content);
        Assert.Null(read.Tree);
    }

    [Fact]
    public void A_reading_that_is_complete_takes_no_more()
    {
        var reading = new BerichtReading(All);
        reading.Feed(TestBericht.JW305.Utf8());
        reading.Complete();

        Assert.Throws<InvalidOperationException>(() => reading.Feed("<"u8));
        Assert.Throws<InvalidOperationException>(reading.Complete);
    }

    [Fact]
    public async Task An_answer_made_from_the_tree_of_the_pass_is_the_one_made_from_the_bytes()
    {
        var bytes = Heenberichten.Declaratie([10_000, 2_500], [-4_000, 300], [7]).Write();
        Bevinding[] found = [Heenberichten.Bevinding("/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]", "9338")];
        using var stream = new MemoryStream(bytes);

        var fromTree = RetourBuilder.Make(
            BerichtReading.Read(bytes, All).Tree!,
            found,
            Heenberichten.Identificatie,
            Heenberichten.Dagtekening
        );

        var fromBytes = await RetourBuilder.MakeAsync(
            stream,
            found,
            Heenberichten.Identificatie,
            Heenberichten.Dagtekening,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(fromBytes, fromTree);
    }

    [Theory]
    [InlineData("2026-04-03", " 2026-04-03\r\n")]
    [InlineData("2026-04-03", "<![CDATA[2026-04-03 ]]>")]
    [InlineData("Noor", "<!-- -->  N&#111;or")]
    public void A_tree_holds_values_as_they_were_delivered(string value, string written)
    {
        var xml = TestBericht.With($">{value}<", $">{written}<");
        Assert.NotEqual(TestBericht.JW305, xml);
        foreach (var piece in new[] { 1, int.MaxValue })
        {
            var reader = new BerichtReading(All);
            var bytes = xml.Utf8();
            for (var at = 0; at < bytes.Length; at += Math.Min(piece, bytes.Length - at))
            {
                reader.Feed(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
            }
            var expected = XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!.Descendants().Where(element => !element.HasElements);

            var leaves = reader.Complete().Tree!.Root.All().Where(node => node.Children.Count == 0);

            Assert.Equal(
                expected.Select(element => $"{element.Name.LocalName}={element.Value}"),
                leaves.Select(node => $"{node.Name}={node.Value}")
            );
        }
    }

    private static byte[] Facts(BerichtContent content) =>
        FactBlock.Write(BerichtFacts.Of(content, Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch));

    /// <summary>Counts what is read of it.</summary>
    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            Given += count;
            return count;
        }
    }
}
