namespace ServiceBusEmulator.Engine;

/// <summary>What a queue tells its store of messages that it has, and what it answers when that fails.</summary>
internal sealed partial class QueueCore
{
    private void Save(StoredMessage message, byte[]? content, Action<Exception?> done)
    {
        if (content is not null)
        {
            ReplaceContent(message, content);
            var answer = done;
            done = failure =>
            {
                _post(() => message.ChangesUnderWay--);
                answer(failure);
            };
        }
        _store.Write(
            new Update(
                _definition.Name,
                message.OriginalSequenceNumber,
                message.SequenceNumber,
                message.EnqueuedAt,
                message.DeliveryCount,
                message.State,
                message.IsDeadLetter,
                message.DeadLetterReason,
                message.DeadLetterDescription,
                content
            ),
            done
        );
    }

    private void Remove(StoredMessage message, TaskCompletionSource<bool>? answer)
    {
        var index = message.IsDeadLetter ? _dead : _live;
        index.Remove(message.SequenceNumber);
        _deadlines.Cancel(message.Expiry);
        Uncount(message);
        _store.Write(
            new Delete(_definition.Name, message.OriginalSequenceNumber),
            failure =>
            {
                // What could not be removed is still there, and must be given out again.
                if (failure is not null && answer is not null)
                {
                    _post(() => Admit(message));
                }
                Answer(answer, failure);
            }
        );
    }

    private static void Answer(TaskCompletionSource<bool>? answer, Exception? failure)
    {
        if (failure is null)
        {
            answer?.SetResult(true);
        }
        else
        {
            answer?.SetException(NotStored(failure));
        }
    }

    private static QueueFaultException NotStored(Exception failure) =>
        new(QueueFault.StorageFailed, "The emulator could not write to its storage.", failure);
}
