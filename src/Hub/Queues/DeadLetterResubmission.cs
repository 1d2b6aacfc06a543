using System.Globalization;

namespace Hub.Queues;

/// <summary>Puts dead letters back on the queue they came from, once their cause is gone.</summary>
public static class DeadLetterResubmission
{
    /// <summary>Stands between the id a message had and its number as a dead letter, in the id it is sent again under.</summary>
    public const string Separator = "+opnieuw";

    /// <summary>
    /// Sends a dead letter to <paramref name="queue"/> again and then removes it from the dead-letter queue. The message gets an id of its own, since
    /// duplicate detection would take the old one for a repeat and drop it unseen; doing this twice for one dead letter gives the same id twice.
    /// </summary>
    /// <param name="deadLetters">The receiver on the dead-letter queue that gave <paramref name="message"/>.</param>
    /// <param name="client">Sends.</param>
    /// <param name="queue">The queue that the dead letter came from.</param>
    /// <param name="message">The dead letter.</param>
    /// <param name="cancellation">Stops it; the dead letter is then still there.</param>
    /// <exception cref="QueueException">It could not be sent, or not be removed: in the last case it may be processed twice.</exception>
    public static async Task ResubmitAsync(this IQueueReceiver deadLetters, IQueueClient client, string queue, ReceivedMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deadLetters);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(message);
        var sent = message.Message;
        await client.SendAsync(
            queue,
            sent with
            {
                MessageId = string.Create(CultureInfo.InvariantCulture, $"{FirstIdOf(sent.MessageId)}{Separator}{message.SequenceNumber}"),
                Properties = sent.Properties.Where(property => property.Key is not ("DeadLetterReason" or "DeadLetterErrorDescription")).ToDictionary(),
                ScheduledEnqueueTime = null,
            },
            cancellation).ConfigureAwait(false);
        await deadLetters.CompleteAsync(message, cancellation).ConfigureAwait(false);
    }

    private static string FirstIdOf(string id) => id.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var end ? id[..end] : id;
}
