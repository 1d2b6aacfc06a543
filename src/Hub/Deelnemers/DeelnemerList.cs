using System.Collections.Frozen;

namespace Hub.Deelnemers;

/// <summary>The region: every deelnemer, found by code or by the application that calls (D13).</summary>
public sealed class DeelnemerList
{
    private readonly FrozenDictionary<string, Deelnemer> _onCode;
    private readonly FrozenDictionary<Guid, Deelnemer> _onAppId;

    internal DeelnemerList(string region, IReadOnlyList<Deelnemer> all, IReadOnlyList<DateOnly> freeDays)
    {
        Region = region;
        FreeDays = freeDays;
        All = all;
        _onCode = all.ToFrozenDictionary(deelnemer => deelnemer.Code, StringComparer.Ordinal);
        _onAppId = all.SelectMany(deelnemer => deelnemer.AppIds, (deelnemer, appId) => (deelnemer, appId))
            .ToFrozenDictionary(pair => pair.appId, pair => pair.deelnemer);
    }

    /// <summary>The name of the region.</summary>
    public string Region { get; }

    /// <summary>Days that are no werkdagen in the whole region, besides the public holidays.</summary>
    public IReadOnlyList<DateOnly> FreeDays { get; }

    /// <summary>Every deelnemer: gemeenten first, in the order of the file.</summary>
    public IReadOnlyList<Deelnemer> All { get; }

    /// <summary>The deelnemer with this CBS or AGB code; null when it takes no part.</summary>
    public Deelnemer? WithCode(string code) => _onCode.GetValueOrDefault(code);

    /// <summary>The deelnemer with this code, which a bericht that was taken in names.</summary>
    /// <exception cref="InvalidOperationException">It takes no part any more.</exception>
    public Deelnemer Of(string code) =>
        WithCode(code) ?? throw new InvalidOperationException("The receiver of a recorded bericht takes no part any more.");

    /// <summary>The deelnemer that this application acts as; null when there is none.</summary>
    public Deelnemer? WithAppId(string? appId) => Guid.TryParse(appId, out var id) ? _onAppId.GetValueOrDefault(id) : null;
}
