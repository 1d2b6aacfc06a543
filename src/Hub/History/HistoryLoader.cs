using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Register;
using Hub.Search;
using Ijw.Content;

namespace Hub.History;

/// <summary>
/// Loads berichten from before the hub (limits.md section 3): each is checked, archived, recorded and taken up in the register. They are
/// delivered to nobody, answered by nobody, and no term runs on them. Doing it again, or going on after a crash, gives the same.
/// </summary>
public sealed class HistoryLoader(
    IArchief archief,
    IBerichten berichten,
    StoredBerichtReader reader,
    Registration registration,
    ISearchIndex search,
    ClientKeys keys,
    TimeProvider time
)
{
    private static readonly CheckOptions Check = CheckOptions.Standard;

    /// <summary>Loads one file. What is wrong with it is a value; the next can be loaded.</summary>
    /// <exception cref="StorageException">The archive or a table failed: load it again.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public async Task<HistoryFileOutcome> LoadAsync(HistoryFile file, HistoryOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        if (await ReadAsync(file, cancellation).ConfigureAwait(false) is not { } bytes)
        {
            return Refuse(null, $"Het bestand is groter dan {Check.MaxBytes / (1024 * 1024)} MB.");
        }
        var read = reader.Check(bytes);
        var outcome = read.Check!;
        if (read is not { Header: { } header, Content: { } content })
        {
            return Refuse(null, "Dit is geen bericht dat aan niveau 1 voldoet." + First(outcome));
        }
        if (header.Gemeente != options.Gemeente)
        {
            return Refuse(header, "Dit bericht is van een andere gemeente.");
        }
        if (!options.Aanbieders.Contains(header.Aanbieder))
        {
            return Refuse(header, "Dit bericht is van een andere aanbieder.");
        }
        if (outcome.Oordeel == Oordeel.Rejected)
        {
            return Refuse(header, "Dit bericht voldoet niet aan niveau 2; het is dus nooit aanvaard." + First(outcome));
        }
        var isNew = await IncludeAsync(outcome, header, content, bytes, options, cancellation).ConfigureAwait(false);
        return new HistoryFileOutcome(file.Name, isNew ? HistoryOutcome.Included : HistoryOutcome.WasThere, header.Aanbieder);

        HistoryFileOutcome Refuse(BerichtHeader? from, string reason) => new(file.Name, HistoryOutcome.Refused, from?.Aanbieder, reason);
    }

    // The texts of findings never hold the value of a personal field.
    private static string First(CheckOutcome outcome) =>
        outcome.Bevindingen.FirstOrDefault(bevinding => !bevinding.Advice) is { } first
            ? $" {first.Rule} op regel {first.LineNumber}: {first.Text}"
            : "";

    private async Task<bool> IncludeAsync(
        CheckOutcome outcome,
        BerichtHeader header,
        BerichtContent content,
        byte[] body,
        HistoryOptions options,
        CancellationToken cancellation
    )
    {
        var sha256 = SHA256.HashData(body);
        var id = BerichtId.Of(header, sha256);
        var bericht = await berichten.FindAsync(id, cancellation).ConfigureAwait(false);
        // What came through the front door is the hub's own business, finished or not.
        if (bericht is { IsHistory: false } or { IsProcessed: true })
        {
            return false;
        }
        if (bericht is null)
        {
            bericht = Status(outcome, header, id, sha256, body.Length, options);
            await archief
                .StoreAsync(
                    bericht.Archief,
                    body,
                    new ArchiefProperties(id, bericht.Sha256, bericht.Oordeel.Name(), header.Gemeente),
                    cancellation
                )
                .ConfigureAwait(false);
            bericht = await berichten.AddAsync(bericht, cancellation).ConfigureAwait(false) is { } version
                ? bericht with
                {
                    Version = version,
                }
                : await berichten.FindAsync(id, cancellation).ConfigureAwait(false)
                    ?? throw new StorageException(StorageFault.Retry, "A bericht is there and is not there.");
        }

        await registration.IncludeAsync(new KnownBerichten(berichten, reader), bericht, content, cancellation).ConfigureAwait(false);
        await search.AddAsync([new SearchEntry(bericht, content)], cancellation).ConfigureAwait(false);
        // Only now, so that a run that dies before comes back to it.
        await berichten
            .UpdateAsync([bericht with { Trail = bericht.Trail with { Processed = time.GetUtcNow() } }], cancellation)
            .ConfigureAwait(false);
        return true;
    }

    private BerichtStatus Status(CheckOutcome outcome, BerichtHeader header, string id, byte[] sha256, int length, HistoryOptions options)
    {
        var now = time.GetUtcNow();
        // When it was received nobody wrote down; its own date is the nearest.
        var day = header.Dagtekening is { } dagtekening && dagtekening < Calendar.Day(now) ? dagtekening : Calendar.Day(now);
        return new BerichtStatus
        {
            BerichtId = id,
            Header = header.With(keys.Identification),
            Oordeel = outcome.Oordeel,
            Bevindingen = outcome.Bevindingen,
            BevindingCount = outcome.BevindingCount,
            Archief = ArchiefPlace.OfBericht(id),
            Sha256 = Convert.ToHexStringLower(sha256),
            Length = length,
            Ontvangstdatum = day,
            Trail = new Trail
            {
                Received = new DateTimeOffset(day, default, TimeSpan.Zero),
                Checked = now,
                Archived = now,
            },
            IsHistory = true,
            IsHistoryWithoutRetour = options.WithoutRetourAccepted && header.Kind.Answer is not null,
        };
    }

    /// <summary>The bytes of a file; null when there are more than a bericht may have.</summary>
    private static async Task<byte[]?> ReadAsync(HistoryFile file, CancellationToken cancellation)
    {
        var stream = file.Open();
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            var piece = new byte[64 * 1024];
            while (await stream.ReadAsync(piece, cancellation).ConfigureAwait(false) is var count and > 0)
            {
                if (content.Length + count > Check.MaxBytes)
                {
                    return null;
                }
                await content.WriteAsync(piece.AsMemory(0, count), cancellation).ConfigureAwait(false);
            }

            return content.ToArray();
        }
    }
}
