using System.Globalization;
using Azure.Messaging.ServiceBus;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Local.Starting;
using Hub.Queues;

namespace Hub.Local.Samples;

/// <summary>Empties postbussen, as the administratie of a deelnemer does.</summary>
public static class Postbussen
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private const int LooksInVain = 60;

    /// <summary>
    /// Takes everything out of every postbus, and gives the berichten in the order in which they stood there; reminders and signals are
    /// dropped.
    /// </summary>
    public static Task<IReadOnlyList<PostbusFind>> EmptyAsync(LocalHub environment, CancellationToken cancellation) =>
        TakeAsync(environment, _ => true, cancellation);

    /// <summary>
    /// Takes what <paramref name="isOurs"/> out of every postbus, by its BerichtId, and gives it in the order in which it stood there. The
    /// rest stays, in its order, and no delivery of it is counted.
    /// </summary>
    public static async Task<IReadOnlyList<PostbusFind>> TakeAsync(
        LocalHub environment,
        Func<string, bool> isOurs,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        var perDeelnemer = await Task.WhenAll(
                environment.Deelnemers.All.Select(deelnemer => TakeAsync(environment, deelnemer, isOurs, cancellation))
            )
            .ConfigureAwait(false);
        return [.. perDeelnemer.SelectMany(finds => finds)];
    }

    /// <summary>Takes everything out of one postbus; reminders and signals are dropped.</summary>
    public static Task<IReadOnlyList<PostbusFind>> EmptyAsync(LocalHub environment, Deelnemer deelnemer, CancellationToken cancellation) =>
        TakeAsync(environment, deelnemer, _ => true, cancellation);

    private static async Task<IReadOnlyList<PostbusFind>> TakeAsync(
        LocalHub environment,
        Deelnemer deelnemer,
        Func<string, bool> isOurs,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(deelnemer);
        using var client = environment.Client(deelnemer);
        return deelnemer.Channel == Channel.Http
            ? await TakeOverHttpAsync(deelnemer, client, isOurs, cancellation).ConfigureAwait(false)
            : await TakeFromQueueAsync(environment, deelnemer, client, isOurs, cancellation).ConfigureAwait(false);
    }

    /// <summary>What was received, as it was sent.</summary>
    public static QueueMessage From(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new QueueMessage
        {
            MessageId = message.MessageId,
            Body = message.Body.ToMemory(),
            SessionId = message.SessionId,
            ContentType = message.ContentType,
            Subject = message.Subject,
            Properties = message.ApplicationProperties.ToDictionary(),
        };
    }

    private static async Task<List<PostbusFind>> TakeOverHttpAsync(
        Deelnemer deelnemer,
        HubClient client,
        Func<string, bool> isOurs,
        CancellationToken cancellation
    )
    {
        var finds = new List<PostbusFind>();
        for (
            var (pieces, cursor) = await client.PostbusAsync(null, cancellation).ConfigureAwait(false);
            pieces.Count > 0;
            (pieces, cursor) = await client.PostbusAsync(cursor, cancellation).ConfigureAwait(false)
        )
        {
            foreach (var piece in pieces)
            {
                string Text(string name) => piece[name]!.GetValue<string>();
                var (id, berichtId) = (Text("id"), Text("berichtId"));
                if (!isOurs(berichtId))
                {
                    continue;
                }
                var content = await client.ContentAsync(berichtId, cancellation).ConfigureAwait(false);
                var bericht = new QueueMessage
                {
                    MessageId = id,
                    Body = content,
                    Properties = piece.ToDictionary(field => field.Key, field => (object)field.Value!.ToString()),
                };
                if (Text("soort") == "bericht")
                {
                    finds.Add(
                        new PostbusFind(deelnemer, berichtId, Text("berichtsoort"), Text("oordeel"), content, AsReference: false, bericht)
                    );
                }
                await client.ConfirmAsync(id, cancellation).ConfigureAwait(false);
            }
        }

        return finds;
    }

    private static async Task<List<PostbusFind>> TakeFromQueueAsync(
        LocalHub environment,
        Deelnemer deelnemer,
        HubClient client,
        Func<string, bool> isOurs,
        CancellationToken cancellation
    )
    {
        var finds = new List<PostbusFind>();
        var ontvanger = environment.Queues.CreateReceiver(deelnemer.Postbus);
        // What is not ours stays locked meanwhile, so that it is not seen again.
        var others = new List<Guid>();
        await using (ontvanger.ConfigureAwait(false))
        {
            // Silence says little on a busy machine: the queue itself knows whether it is empty. What another has locked may stay so.
            for (
                var vain = 0;
                vain < LooksInVain
                    && (await environment.ServiceBus.CountAsync(deelnemer.Postbus).ConfigureAwait(false)).Live > others.Count;

            )
            {
                if (await ontvanger.ReceiveMessageAsync(Look, cancellation).ConfigureAwait(false) is not { } bericht)
                {
                    vain++;
                }
                else if (!isOurs(Property(bericht.ApplicationProperties, PostbusMessage.BerichtId)))
                {
                    others.Add(Guid.Parse(bericht.LockToken));
                }
                else
                {
                    if (bericht.Subject is not (PostbusMessage.ContentReminder or PostbusMessage.ContentSignal))
                    {
                        finds.Add(await ReadAsync(deelnemer, From(bericht), client, cancellation).ConfigureAwait(false));
                    }
                    await ontvanger.CompleteMessageAsync(bericht, cancellation).ConfigureAwait(false);
                }
            }
        }

        foreach (var other in others)
        {
            await environment.ServiceBus.GiveBackAsync(deelnemer.Postbus, other).ConfigureAwait(false);
        }
        return finds;
    }

    private static string Property(IReadOnlyDictionary<string, object> properties, string name) =>
        Convert.ToString(properties.GetValueOrDefault(name), CultureInfo.InvariantCulture) ?? "";

    private static async Task<PostbusFind> ReadAsync(
        Deelnemer deelnemer,
        QueueMessage bericht,
        HubClient client,
        CancellationToken cancellation
    )
    {
        string Text(string name) => Property(bericht.Properties, name);
        var id = Text(PostbusMessage.BerichtId);
        var reference = Text(PostbusMessage.Content) == PostbusMessage.ContentReference;
        var content = reference ? await client.ContentAsync(id, cancellation).ConfigureAwait(false) : bericht.Body.ToArray();
        return new PostbusFind(deelnemer, id, Text(PostbusMessage.Berichtsoort), Text(PostbusMessage.Oordeel), content, reference, bericht);
    }
}
