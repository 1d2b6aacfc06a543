using Hub.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Logs and counts rows that can't be read: whoever looks after the hub mends or removes them.</summary>
public sealed partial class UnreadableRows(HubMeter meter, ILogger<UnreadableRows> logger) : IUnreadableRows
{
    /// <inheritdoc/>
    public void Report(UnreadableRowException row, string fault)
    {
        ArgumentNullException.ThrowIfNull(row);
        meter.UnreadableRows.Add(1, new KeyValuePair<string, object?>("tabel", row.Table));
        LogUnreadable(row.Table, row.Id, fault);
    }

    [LoggerMessage(3010, LogLevel.Error, "Tabel {Tabel}: rij {Rij} is niet te lezen ({Fout}) en is overgeslagen.")]
    private partial void LogUnreadable(string tabel, string rij, string fout);
}
