using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>A toewijzing of a pair: its versions, of which the latest decision counts (IV013, process.md 4).</summary>
internal sealed class Toewijzing(int number)
{
    private readonly List<ToewijzingVersion> _versions = [];
    private readonly HashSet<ClientKey> _clienten = [];
    private ToewijzingVersion? _last;

    /// <summary>The number.</summary>
    public int Number => number;

    /// <summary>All versions, in no order.</summary>
    public IReadOnlyList<ToewijzingVersion> Versions => _versions;

    /// <summary>The version of the latest decision; of equal ones the bericht received last.</summary>
    public ToewijzingVersion Last => _last!;

    /// <summary>What the latest version says.</summary>
    public ToegewezenProduct Product => Last.Product;

    /// <summary>True when the toewijzing is, or ever was, of this client.</summary>
    public bool IsOf(ClientKey client) => _clienten.Contains(client);

    /// <summary>True when it isn't removed and hasn't ended before <paramref name="day"/>; it may still have to begin.</summary>
    public bool IsCurrent(DateOnly day) => !Product.IsRemoved && Product.Period.End >= day;

    /// <summary>True when some version of it had been received on <paramref name="day"/>, so that the aanbieder could know of it.</summary>
    public bool IsReceivedOn(DateOnly day) => _versions.Exists(version => Sources.Day(version.Origin.Moment) <= day);

    /// <summary>Adds a version; true when its client is new here.</summary>
    public bool Add(ToewijzingVersion version)
    {
        _versions.Add(version);
        if (_last is null || Rank(version).CompareTo(Rank(_last)) > 0)
        {
            _last = version;
        }
        return _clienten.Add(version.Client);
    }

    private static (DateOnly, TimeSpan, DateTimeOffset, Ordinal, int) Rank(ToewijzingVersion version) =>
        (
            version.Product.ToewijzingDate,
            version.Product.ToewijzingTime,
            version.Origin.Moment,
            new Ordinal(version.Origin.BerichtId),
            version.Place
        );

    private readonly record struct Ordinal(string Text) : IComparable<Ordinal>
    {
        public int CompareTo(Ordinal other) => string.CompareOrdinal(Text, other.Text);
    }
}
