using Ijw.Rules.Shapes;

namespace Ijw.Tests.Rules.Shapes;

/// <summary>
/// The same product in overlapping periods (TR302): few products are held against each other, many stand in groups, and both must say what
/// holding each against each says.
/// </summary>
public class ProductPeriodsTests
{
    private static readonly string?[] Categories = [null, "45", "41"];
    private static readonly string?[] Codes = [null, "45A04", "45A05"];

    private sealed record Product(string? Category, string? Code, long Begin, long End);

    [Fact]
    public void However_many_products_there_are_the_answer_is_that_of_holding_each_against_each()
    {
        var periods = new ProductPeriods();
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var seen = new List<Product>();
            // Short periods over many days, so that it isn't always yes; what has no product overlaps all, so it is rare.
            var span = 10 + (40 * random.Next(1, 4));
            for (var i = 0; i < random.Next(1, 60); i++)
            {
                var product = Draw(random, span);
                Assert.True(
                    seen.Exists(other => Overlaps(product, other)) == Overlaps(periods, product),
                    $"seed {seed}: {product} after {string.Join(", ", seen)}"
                );
                seen.Add(product);
                Add(periods, product);
            }

            periods.Clear();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Each_of_many_products_is_found_again_and_on_its_own_days_only(int count)
    {
        var periods = new ProductPeriods();
        for (var i = 0; i < count; i++)
        {
            Add(periods, new Product("45", $"45X{i:00}", 10 * i, (10 * i) + 4));
        }

        for (var i = 0; i < count; i++)
        {
            var (code, begin) = ($"45X{i:00}", 10L * i);
            Assert.True(Overlaps(periods, new Product("45", code, begin - 3, begin)));
            Assert.True(Overlaps(periods, new Product("45", code, begin + 4, begin + 6)));
            Assert.True(Overlaps(periods, new Product("45", null, begin, begin)));
            Assert.True(Overlaps(periods, new Product(null, null, begin, begin)));
            Assert.False(Overlaps(periods, new Product("45", code, begin - 3, begin - 1)));
            Assert.False(Overlaps(periods, new Product("45", code, begin + 5, begin + 9)));
            Assert.False(Overlaps(periods, new Product("45", code, begin + 4, begin + 3)));
            Assert.False(Overlaps(periods, new Product("41", code, begin, begin)));
            Assert.False(Overlaps(periods, new Product("41", null, begin, begin)));
            Assert.False(Overlaps(periods, new Product("45", "45Y00", begin, begin)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(40)]
    public void What_is_forgotten_is_gone(int count)
    {
        var periods = new ProductPeriods();
        for (var i = 0; i < count; i++)
        {
            Add(periods, new Product("45", "45A04", i, i));
        }
        var first = periods.Number("45"u8);

        periods.Clear();

        // The texts too, or a reader that goes on would keep all it ever read.
        Assert.Equal(first, periods.Number("41"u8));

        Assert.False(Overlaps(periods, new Product("45", "45A04", 0, count)));
        for (var i = 0; i < 20; i++)
        {
            Add(periods, new Product("41", null, 100, 100));
        }
        Assert.False(Overlaps(periods, new Product("45", "45A04", 0, count)));
        Assert.False(Overlaps(periods, new Product(null, null, 0, count)));
    }

    private static Product Draw(Random random, int span)
    {
        var category = random.Next(8) == 0 ? null : Categories[random.Next(1, Categories.Length)];
        var begin = random.Next(span);
        return new Product(category, category is null ? null : Codes[random.Next(Codes.Length)], begin, begin + random.Next(-1, 4));
    }

    private static bool Overlaps(Product one, Product other)
    {
        var isSame =
            one.Category is null
            || other.Category is null
            || (one.Category == other.Category && (one.Code is null || other.Code is null || one.Code == other.Code));
        var (first, last) = (Math.Max(one.Begin, other.Begin), Math.Min(one.End, other.End));
        return isSame && first <= last;
    }

    private static bool Overlaps(ProductPeriods periods, Product product) =>
        periods.Overlaps(periods.Number(product.Category), periods.Number(product.Code), (product.Begin, product.End));

    private static void Add(ProductPeriods periods, Product product) =>
        periods.Add(periods.Number(product.Category), periods.Number(product.Code), (product.Begin, product.End));
}
