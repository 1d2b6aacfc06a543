using Ijw.Examples;
using Ijw.Tests.Shared;
using Ijw.Tests.Writing;
using Ijw.Writing;

namespace Ijw.Tests.Examples;

public class BerichtGeneratorTests
{
    private const int Seeds = 400;

    private static readonly Berichtsoort Declaratie = Standard.Find("JW323")!;

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_bericht_is_clean_at_level_1_and_2(string name)
    {
        var kind = Standard.Find(name)!;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var bytes = BerichtGenerator.Make(kind, seed);
            var outcome = Checks.Check(bytes);
            Assert.True(
                outcome is { Oordeel: Oordeel.Approved, BevindingCount: 0 } && outcome.Kind == kind,
                $"seed {seed}: {string.Join('\n', outcome.Bevindingen)}"
            );
            if (StandardFolder.Path is not null)
            {
                Assert.True(Schemas.Objection(bytes) is null, $"seed {seed}: {Schemas.Objection(bytes)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_element_of_the_model_comes_up_and_every_optional_one_stays_out_sometimes(string name)
    {
        var berichtsoort = Standard.Find(name)!;
        var seen = new HashSet<string>();
        var omitted = new HashSet<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var node in BerichtGenerator.MakeTree(berichtsoort, seed).Root.All())
            {
                seen.Add(node.ToString());
                foreach (var kind in node.Element.Children.Where(kind => node.Kind(kind.Name) is null))
                {
                    omitted.Add($"{node}/{kind.Name}");
                }
            }
        }

        var all = Paths(berichtsoort.Root, "Bericht").ToArray();
        Assert.Empty(all.Select(path => path.Path).Except(seen));
        Assert.Empty(all.Where(path => path.IsOptional).Select(path => path.Path).Except(omitted));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others(string name)
    {
        var kind = Standard.Find(name)!;

        Assert.Equal(BerichtGenerator.Make(kind, 7), BerichtGenerator.Make(kind, 7));
        Assert.NotEqual(BerichtGenerator.Make(kind, 7), BerichtGenerator.Make(kind, 8));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_test_BSNs_are_used(string name)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            foreach (var bsn in BerichtGenerator.MakeTree(Standard.Find(name)!, seed).Root.All().Where(node => node.Name == "Bsn"))
            {
                Assert.InRange(int.Parse(bsn.Value!, System.Globalization.CultureInfo.InvariantCulture), 999_900_006, 999_999_999);
            }
        }
    }

    [Fact]
    public void The_variants_of_a_toewijzing_all_come_up()
    {
        var variants = new HashSet<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (
                var product in BerichtGenerator
                    .MakeTree(Standard.Find("JW301")!, seed)
                    .Root.All()
                    .Where(node => node.Name == "ToegewezenProduct")
            )
            {
                variants.Add(
                    string.Join('+', new[] { "Product/Code", "Product", "Omvang", "Budget" }.Where(path => product.Find(path) is not null))
                );
            }
        }

        Assert.Equal(
            ["Budget", "Product", "Product+Budget", "Product+Omvang", "Product/Code+Product+Omvang"],
            variants.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_the_options_fix_is_in_the_bericht()
    {
        var options = new GeneratorOptions
        {
            Gemeente = "0599",
            Aanbieder = "98765432",
            Identificatie = "EIGEN-1",
            Dagtekening = new DateOnly(2026, 5, 31),
            Clienten = 7,
            Products = 3,
        };

        var bytes = BerichtGenerator.Make(Declaratie, 1, options);

        var header = Checks.Check(bytes).Header!;
        Assert.Equal(
            ("98765432", "0599", "EIGEN-1", options.Dagtekening),
            (header.Afzender, header.Ontvanger, header.Identificatie, header.Dagtekening!)
        );
        var clienten = BerichtTree.Read(bytes)!.Content!.Kind("Clienten")!.Children;
        Assert.Equal(7, clienten.Count);
        Assert.All(clienten, client => Assert.Equal(3, client.Kind("Prestaties")!.Children.Count));
    }

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(9_001, 1, null)]
    [InlineData(1, 0, null)]
    [InlineData(1, 1, 100_000_000)]
    public void What_cannot_be_made_is_a_mistake_of_the_caller(int clienten, int products, int? bytes) =>
        Assert.Throws<ArgumentException>(() =>
            BerichtGenerator.Make(
                Declaratie,
                1,
                new GeneratorOptions
                {
                    Clienten = clienten,
                    Products = products,
                    MinimalBytes = bytes,
                }
            )
        );

    [Theory]
    [InlineData("JW301", 2_000)]
    [InlineData("JW305", 5_000)]
    [InlineData("JW317", 2_000)]
    public void A_bericht_with_many_products_is_clean_too(string name, int products) =>
        Assert.Empty(
            Checks.Check(BerichtGenerator.Make(Standard.Find(name)!, 3, new GeneratorOptions { Products = products })).Bevindingen
        );

    [Fact]
    public async Task Streaming_writes_the_bytes_that_making_gives()
    {
        var options = new GeneratorOptions { MinimalBytes = 300_000 };
        foreach (var layout in Enum.GetValues<Layout>())
        {
            using var stream = new MemoryStream();
            await BerichtGenerator.WriteAsync(
                stream,
                Declaratie,
                4,
                options with
                {
                    Layout = layout,
                },
                TestContext.Current.CancellationToken
            );
            Assert.Equal(BerichtGenerator.Make(Declaratie, 4, options with { Layout = layout }), stream.ToArray());
        }
    }

    private static IEnumerable<(string Path, bool IsOptional)> Paths(Element element, string path) =>
        element.Children.SelectMany(kind => Paths(kind, $"{path}/{kind.Name}")).Prepend((path, element.Min == 0));
}
