using System.Buffers;
using System.Globalization;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>
/// Draws a JW323 client by client, so that it can be written without keeping it: the totals come first, so each client is drawn twice.
/// </summary>
internal sealed class DeclaratieMaker
{
    private const string Euro = "83";
    private const int MaxUnits = 160;

    private readonly SampleFrame _frame;
    private readonly DateOnly _begin;
    private readonly DateOnly _end;
    private readonly int _firstBsn;
    private readonly Element _client;

    public DeclaratieMaker(SampleFrame frame)
    {
        _frame = frame;
        var month = frame.Dagtekening.AddDays(1).AddMonths(-1);
        _begin = new DateOnly(month.Year, month.Month, 1);
        _end = _begin.AddMonths(1).AddDays(-1);
        _firstBsn = frame.Draws.Number(0, TestBsn.Count - 1);
        _client = frame.Kind.Root.Children[1].Children.First(kind => kind.Name == "Clienten").Children[0];
        var smallest = frame.Options.Clienten ?? frame.Draws.Number(1, 4);
        for (var bytes = 0L; frame.Options.MinimalBytes is { } needed ? bytes < needed : Clienten < smallest; Clienten++)
        {
            if (Clienten == TestBsn.Count)
            {
                throw new ArgumentException(
                    $"There are no more than {TestBsn.Count} test BSNs: ask for more prestaties per client.",
                    nameof(frame)
                );
            }
            var client = Client(Clienten);
            Total += Amount(client);
            if (frame.Options.MinimalBytes is not null)
            {
                bytes += Size(client);
            }
        }
    }

    /// <summary>How many clients there are.</summary>
    public int Clienten { get; }

    private long Total { get; }

    /// <summary>The whole bericht.</summary>
    public BerichtTree Tree()
    {
        var tree = new BerichtTree(_frame.Kind);
        _frame.WriteHeader(tree.Root);
        var clienten = Fields(tree.Root.Add("Declaratie")).Add("Clienten");
        for (var i = 0; i < Clienten; i++)
        {
            clienten.Add(Client(i));
        }
        return tree;
    }

    /// <summary>Writes the bericht and lets go of each client once it is written.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="between">Called after each client, to pass on what has been written.</param>
    public async Task WriteAsync(IBufferWriter<byte> output, Func<ValueTask> between)
    {
        var header = new BerichtTree(_frame.Kind);
        _frame.WriteHeader(header.Root);
        var writer = new BerichtWriter(output, _frame.Kind, _frame.Options.Layout);
        writer.Write(header.Header);
        writer.Open("Declaratie");
        foreach (var field in Fields(header.Root.Add("Declaratie")).Children)
        {
            writer.Write(field);
        }
        writer.Open("Clienten");
        for (var i = 0; i < Clienten; i++)
        {
            writer.Write(Client(i));
            await between().ConfigureAwait(false);
        }

        writer.Close();
        writer.Close();
        writer.Close();
        await between().ConfigureAwait(false);
    }

    private TreeNode Fields(TreeNode declaratie)
    {
        declaratie.Add("DeclaratieNummer", $"D{unchecked((uint)_frame.Seed):0000000000}");
        declaratie.Add("DeclaratiePeriode").Add("Begindatum", _begin.Text()).Add("Einddatum", _end.Text());
        declaratie.Add("DeclaratieDagtekening", _frame.Dagtekening.Text());
        declaratie.Add("TotaalIngediendBedrag").FillTotal(Total);
        return declaratie;
    }

    /// <summary>The client at a place; the same each time it is drawn.</summary>
    private TreeNode Client(int place)
    {
        var draws = Draws.Part(_frame.Seed, place + 1);
        var client = new TreeNode(_client);
        var prestaties = client.Add("Bsn", TestBsn.On(_firstBsn + place)).Add("Prestaties");
        for (var (i, count) = (0, _frame.Products(draws)); i < count; i++)
        {
            Prestatie(draws, prestaties.Add("Prestatie"), place, i);
        }
        return client;
    }

    private void Prestatie(Draws draws, TreeNode prestatie, int client, int place)
    {
        var isCredit = draws.Chance(15);
        var reference = prestatie.Add("ProductReferentie").Add("ReferentieNummer", $"P{client}-{place}");
        if (isCredit)
        {
            reference.Add("VorigReferentieNummer", $"V{client}-{place}");
        }
        var category = draws.Choose(Codelijsten.ProductCategorie);
        prestatie
            .Add("ToewijzingNummer", SampleFrame.Number(draws, place))
            .Add("ProductCategorie", category)
            .Add("ProductCode", $"{category}A{draws.Number(0, 99):00}");
        Period(draws, prestatie.Add("ProductPeriode"));
        Amounts(draws, prestatie, isCredit);
    }

    /// <summary>Within one month (CS337), now and then an earlier one.</summary>
    private void Period(Draws draws, TreeNode period)
    {
        var first = draws.Chance(15) ? _begin.AddMonths(-draws.Number(1, 12)) : _begin;
        var last = first.AddMonths(1).AddDays(-1);
        var isWhole = draws.Chance(70);
        var begin = isWhole ? first : draws.Date(first, last);
        period.Add("Begindatum", begin.Text()).Add("Einddatum", (isWhole ? last : draws.Date(begin, last)).Text());
    }

    /// <summary>Volume times tarief, or the volume itself when that is in euro (CS339); a credit is never zero (CS325).</summary>
    private static void Amounts(Draws draws, TreeNode prestatie, bool isCredit)
    {
        var eenheid = draws.Choose(Codelijsten.Eenheid);
        var smallest = isCredit ? 1 : 0;
        var volume = eenheid == Euro ? draws.Number(smallest, 500_000) : draws.Number(smallest, MaxUnits);
        var rate = eenheid == Euro ? 1 : draws.Number(smallest, 20_000);
        prestatie.Add("GeleverdVolume", volume.ToString(CultureInfo.InvariantCulture)).Add("Eenheid", eenheid);
        if (eenheid != Euro)
        {
            prestatie.Add("ProductTarief", rate.ToString(CultureInfo.InvariantCulture));
        }
        prestatie
            .Add("IngediendBedrag")
            .Add("Bedrag", (volume * rate).ToString(CultureInfo.InvariantCulture))
            .Add("DebetCredit", isCredit ? "C" : "D");
    }

    private static long Amount(TreeNode client) =>
        client.Kind("Prestaties")!.Children.Sum(prestatie => prestatie.Kind("IngediendBedrag")!.Amount("Bedrag"));

    private long Size(TreeNode client)
    {
        var measure = new ArrayBufferWriter<byte>();
        var writer = new BerichtWriter(measure, _frame.Kind, _frame.Options.Layout);
        writer.Open("Declaratie");
        writer.Open("Clienten");
        var empty = measure.WrittenCount;
        writer.Write(client);
        return measure.WrittenCount - empty;
    }
}
