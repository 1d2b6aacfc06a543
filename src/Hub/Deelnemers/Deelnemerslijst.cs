using System.Collections.Frozen;

namespace Hub.Deelnemers;

/// <summary>The region: every deelnemer, found by code or by the application that calls (D13).</summary>
public sealed class Deelnemerslijst
{
    private readonly FrozenDictionary<string, Deelnemer> _opCode;
    private readonly FrozenDictionary<Guid, Deelnemer> _opAppId;

    internal Deelnemerslijst(string regio, IReadOnlyList<Deelnemer> alle, IReadOnlyList<DateOnly> vrijeDagen)
    {
        Regio = regio;
        VrijeDagen = vrijeDagen;
        Alle = alle;
        _opCode = alle.ToFrozenDictionary(deelnemer => deelnemer.Code, StringComparer.Ordinal);
        _opAppId = alle
            .SelectMany(deelnemer => deelnemer.AppIds, (deelnemer, appId) => (deelnemer, appId))
            .ToFrozenDictionary(paar => paar.appId, paar => paar.deelnemer);
    }

    /// <summary>The name of the region.</summary>
    public string Regio { get; }

    /// <summary>Days that are no werkdagen in the whole region, besides the public holidays.</summary>
    public IReadOnlyList<DateOnly> VrijeDagen { get; }

    /// <summary>Every deelnemer: gemeenten first, in the order of the file.</summary>
    public IReadOnlyList<Deelnemer> Alle { get; }

    /// <summary>The deelnemer with this CBS or AGB code; null when it takes no part.</summary>
    public Deelnemer? MetCode(string code) => _opCode.GetValueOrDefault(code);

    /// <summary>The deelnemer with this code, which a bericht that was taken in names.</summary>
    /// <exception cref="InvalidOperationException">It takes no part any more.</exception>
    public Deelnemer Of(string code) =>
        MetCode(code) ?? throw new InvalidOperationException("The receiver of a recorded bericht takes no part any more.");

    /// <summary>The deelnemer that this application acts as; null when there is none.</summary>
    public Deelnemer? MetAppId(string? appId) => Guid.TryParse(appId, out var id) ? _opAppId.GetValueOrDefault(id) : null;
}
