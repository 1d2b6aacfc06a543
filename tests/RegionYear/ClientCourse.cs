using System.Globalization;
using Hub.Functions.Tests.Shared;

namespace RegionYear;

/// <summary>
/// What a client goes through in a year; it follows from its number. Every flow of process.md section 1 is gone through by some.
/// </summary>
internal enum Course
{
    Toewijzing,
    Verzoek,
    VerzoekAfterInvestigation,
    VerzoekRefused,
    Wijziging,
    TemporaryStop,
    StartCorrected,
    Faults,
}

/// <summary>One client: what is sent about it in a month, and what the declaratie of that month holds of it.</summary>
internal sealed class ClientCourse
{
    private const int FirstStem = 99_000_000;

    private static readonly Lazy<string[]> Bsns = new(() => [.. Ijw.Examples.TestBsn.From(FirstStem, 1_000_000)]);

    private readonly int _number;
    private readonly DateOnly _begin;
    private readonly int _lastMonth;
    private readonly ChainBerichten _chain;

    public ClientCourse(Region region, int number, DateOnly year)
    {
        _number = number;
        Bsn = TestBsn(number);
        // Most are in care when the year begins; the others come in over the year. A fifth leaves.
        Inflow = number % 10 < 7 ? 0 : number / 10 % region.Months;
        _lastMonth = number % 5 == 0 ? Inflow + 3 + (number % 7) : int.MaxValue;
        _begin = year.AddMonths(Inflow);
        var (gemeente, aanbieder) = region.Of(number);
        var sequenceNumber = 0;
        _chain = new ChainBerichten(
            Region.Gemeente(gemeente),
            Region.Aanbieder(aanbieder),
            Bsn,
            () => string.Create(CultureInfo.InvariantCulture, $"C{number:D6}{sequenceNumber++:D3}")
        );
    }

    public string Bsn { get; }

    public (string Gemeente, string Aanbieder) Pair => (_chain.Gemeente, _chain.Aanbieder);

    public int Inflow { get; }

    /// <summary>Half go the plain way; the others are spread over what else there is.</summary>
    public Course Course =>
        (_number % 20) switch
        {
            < 10 => Course.Toewijzing,
            < 14 => Course.Verzoek,
            14 => Course.VerzoekAfterInvestigation,
            15 => Course.VerzoekRefused,
            16 => Course.Wijziging,
            17 => Course.TemporaryStop,
            18 => Course.StartCorrected,
            _ => Course.Faults,
        };

    private int Toewijzing => 1_000_000 + (2 * _number);

    private string Reference => string.Create(CultureInfo.InvariantCulture, $"V{_number}");

    private bool IsInCare(int month) => Course != Course.VerzoekRefused && month >= Inflow && month <= _lastMonth;

    /// <summary>The berichten about this client in a month, in order, but for the declaratie.</summary>
    public IEnumerable<string> Berichten(int month)
    {
        if (month == Inflow)
        {
            return Begin();
        }
        if (!IsInCare(month))
        {
            return [];
        }
        var day = _begin.AddMonths(month - Inflow);
        if (month == _lastMonth)
        {
            return [_chain.Stop(day.AddMonths(1).AddDays(-1), Toewijzing, Last(), day.AddMonths(1).AddDays(-1))];
        }
        return (Course, month - Inflow) switch
        {
            (Course.Wijziging, 2) =>
            [
                _chain.VerzoekToWijziging(day, Reference, Toewijzing),
                _chain.Toewijzing(day.AddDays(3), Toewijzing, _begin, day.AddDays(500), Reference, "12"),
            ],
            (Course.TemporaryStop, 1) => [_chain.Stop(day.AddDays(2), Toewijzing, _begin.AddDays(2), day.AddDays(1), temporary: true)],
            (Course.TemporaryStop, 2) => [_chain.Start(day.AddDays(2), Toewijzing, Restart)],
            _ => [],
        };
    }

    /// <summary>What is declared of this client in a month; none when it is not in care.</summary>
    public IReadOnlyCollection<PrestatieLine> Prestaties(int month)
    {
        if (!IsInCare(month))
        {
            return [];
        }
        var plain = new PrestatieLine(Number(month, 'A'), Toewijzing);
        return (Course, month - Inflow) switch
        {
            // On a toewijzing that is not there: refused.
            (Course.Faults, 0) => [plain, new PrestatieLine(Number(month, 'B'), Toewijzing + 1)],
            // The month before was declared wrongly, and is credited.
            (Course.Faults, 1) => [plain, new PrestatieLine(Number(month, 'B'), Toewijzing, Previous: Number(month - 1, 'A'))],
            _ => [plain],
        };
    }

    private DateOnly Restart => _begin.AddMonths(2).AddDays(1);

    private DateOnly Last() =>
        Course switch
        {
            Course.TemporaryStop => Restart,
            Course.StartCorrected => _begin.AddDays(3),
            _ => _begin.AddDays(2),
        };

    private IEnumerable<string> Begin()
    {
        var asked = Course is Course.Verzoek or Course.VerzoekAfterInvestigation or Course.VerzoekRefused;
        if (Course == Course.Faults)
        {
            yield return _chain.Start(_begin.AddDays(1), Toewijzing, _begin.AddDays(1));
        }
        if (asked)
        {
            yield return _chain.VerzoekToToewijzing(_begin, Reference);
        }
        if (Course == Course.VerzoekAfterInvestigation)
        {
            yield return _chain.Answer(_begin.AddDays(1), Reference, inInvestigation: true);
        }
        if (Course == Course.VerzoekRefused)
        {
            yield return _chain.Answer(_begin.AddDays(2), Reference, inInvestigation: false);
            yield break;
        }

        yield return _chain.Toewijzing(_begin.AddDays(2), Toewijzing, _begin, null, asked ? Reference : null);
        yield return _chain.Start(_begin.AddDays(3), Toewijzing, _begin.AddDays(2));
        if (Course == Course.StartCorrected)
        {
            yield return _chain.Start(
                _begin.AddDays(4),
                new StartLine(Toewijzing, _begin.AddDays(2), Removal: true),
                new StartLine(Toewijzing, _begin.AddDays(3))
            );
        }
    }

    private string Number(int month, char rule) => string.Create(CultureInfo.InvariantCulture, $"P{_number:D6}{month:D2}{rule}");

    /// <summary>Nine digits that pass the elfproef (CS002), and are nobody's; the same number gives the same.</summary>
    public static string TestBsn(int number) => Bsns.Value[number];
}
