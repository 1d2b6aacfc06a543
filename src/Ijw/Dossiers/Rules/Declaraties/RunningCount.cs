using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// Adds up what is declared per toewijzing: what was granted or is still open before, less what is credited, less the credits of this
/// bericht, and then its debets one by one; one that goes past the maximum doesn't count, so that a smaller one after it may still fit.
/// </summary>
internal sealed class RunningCount
{
    private readonly Dictionary<int, long> _sums = [];
    private readonly Dictionary<int, long> _credits = [];
    private readonly Assessment _assessment;
    private readonly Func<Prestatie, ToegewezenProduct, long> _measure;

    private RunningCount(Assessment assessment, Func<Prestatie, ToegewezenProduct, long> measure)
    {
        (_assessment, _measure) = (assessment, measure);
        foreach (var client in ((DeclaratieBericht)assessment.Content).Clienten)
        {
            foreach (var prestatie in client.Value.Prestaties)
            {
                if (
                    !prestatie.Value.IsCredit
                    || assessment.IsRefused(prestatie)
                    || assessment.Toewijzing(prestatie.Value) is not { } toewijzing
                )
                {
                    continue;
                }
                var number = prestatie.Value.ToewijzingNummer;
                _credits[number] = _credits.GetValueOrDefault(number) + measure(prestatie.Value, toewijzing.Product);
            }
        }
    }

    /// <summary>That of a rule, in a measure of its own.</summary>
    public static RunningCount Of(string rule, Assessment assessment, Func<Prestatie, ToegewezenProduct, long> measure) =>
        assessment.Part($"{nameof(RunningCount)} {rule}", () => new RunningCount(assessment, measure));

    /// <summary>Whether a debet still fits; if so it is counted, unless an earlier step refused it.</summary>
    public bool Take(Klasse<Prestatie> debet, ToegewezenProduct toewijzing, long maximum)
    {
        var prestatie = debet.Value;
        var number = prestatie.ToewijzingNummer;
        if (!_sums.TryGetValue(number, out var sum))
        {
            sum = Earlier(number, toewijzing) - _credits.GetValueOrDefault(number);
        }
        var added = _measure(prestatie, toewijzing);
        var past = added == 0 || sum + added <= maximum;
        _sums[number] = past && !_assessment.IsRefused(debet) ? sum + added : sum;
        return past;
    }

    private long Earlier(int number, ToegewezenProduct toewijzing)
    {
        var sum = 0L;
        foreach (var notice in _assessment.Dossier.Prestaties.OnToewijzing(number))
        {
            if (!_assessment.Dossier.Counts(notice))
            {
                continue;
            }
            var measure = _measure(notice.Prestatie, toewijzing);
            sum += notice.Prestatie.IsCredit ? -measure : measure;
        }

        return sum;
    }
}
