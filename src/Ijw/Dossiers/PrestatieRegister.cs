using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>The prestaties of a pair.</summary>
internal sealed class PrestatieRegister
{
    private readonly Dictionary<int, List<PrestatieNotice>> _onToewijzing = [];
    private readonly Dictionary<string, List<PrestatieNotice>> _credits = new(StringComparer.Ordinal);
    private ILookup<string, PrestatieNotice>? _onReference;

    /// <summary>All prestaties on a toewijzing, in no order.</summary>
    public IReadOnlyList<PrestatieNotice> OnToewijzing(int number) => _onToewijzing.TryGetValue(number, out var list) ? list : [];

    /// <summary>The prestaties with a ReferentieNummer.</summary>
    public IEnumerable<PrestatieNotice> OnReference(string number)
    {
        _onReference ??= _onToewijzing
            .Values.SelectMany(list => list)
            .ToLookup(notice => notice.Prestatie.ReferentieNummer, StringComparer.Ordinal);
        return _onReference[number];
    }

    /// <summary>The credits that take back the debet with a ReferentieNummer.</summary>
    public IReadOnlyList<PrestatieNotice> CreditsOf(string number) => _credits.TryGetValue(number, out var list) ? list : [];

    /// <summary>Adds one.</summary>
    public void Add(PrestatieNotice notice)
    {
        Add(_onToewijzing, notice.Prestatie.ToewijzingNummer, notice);
        if (notice.Prestatie is { IsCredit: true, VorigReferentieNummer: { } previous })
        {
            Add(_credits, previous, notice);
        }
        _onReference = null;
    }

    private static void Add<TKey>(Dictionary<TKey, List<PrestatieNotice>> per, TKey key, PrestatieNotice notice)
        where TKey : notnull
    {
        if (!per.TryGetValue(key, out var list))
        {
            per.Add(key, list = []);
        }
        list.Add(notice);
    }
}
