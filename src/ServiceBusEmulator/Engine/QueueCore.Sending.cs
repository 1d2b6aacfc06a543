using System.Globalization;

namespace ServiceBusEmulator.Engine;

/// <summary>How messages come into a queue: checked, numbered, stored, and only then seen by anyone.</summary>
internal sealed partial class QueueCore
{
    public void Send(IReadOnlyList<StoredMessage> messages, TaskCompletionSource<long[]> answer)
    {
        if (Refusal(messages) is { } refusal)
        {
            answer.SetException(refusal);
            return;
        }
        var now = Now;
        var numbers = new long[messages.Count];
        var fresh = new List<StoredMessage>(messages.Count);
        var earlier = new List<Task>();
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            if (_definition.RequiresDuplicateDetection)
            {
                if (_duplicates.TryFind(message.MessageId, now, out var first))
                {
                    if (first != stored.Task)
                    {
                        earlier.Add(first);
                    }
                    continue;
                }
                _duplicates.Add(message.MessageId, now, stored.Task);
            }
            message.SequenceNumber = message.OriginalSequenceNumber = numbers[i] = ++_lastSequenceNumber;
            message.State = message.ScheduledFor > now ? MessageState.Scheduled : MessageState.Active;
            message.EnqueuedAt = message.State == MessageState.Scheduled ? message.ScheduledFor!.Value : now;
            fresh.Add(message);
        }
        if (fresh.Count == 0)
        {
            AnswerAfter(earlier, numbers, answer);
        }
        else
        {
            _store.Write(
                new Insert(_definition.Name, fresh, _definition.RequiresDuplicateDetection, now),
                failure => _post(() => OnStored(fresh, earlier, numbers, stored, answer, failure))
            );
        }
        ForgetSeen(now);
    }

    private QueueFaultException? Refusal(IReadOnlyList<StoredMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Size > _definition.MaxMessageSize)
            {
                return new QueueFaultException(
                    QueueFault.TooLarge,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The message is larger than the {_definition.MaxMessageSize} bytes that the queue accepts."
                    )
                );
            }
            if (_definition.RequiresSession && message.SessionId is null)
            {
                return new QueueFaultException(
                    QueueFault.SessionRequired,
                    "The SessionId was not set on a message, and it cannot be sent to the entity. Entities that have "
                        + "session support enabled can only receive messages that have the SessionId set to a valid value."
                );
            }
        }
        return null;
    }

    private void OnStored(
        List<StoredMessage> fresh,
        List<Task> earlier,
        long[] numbers,
        TaskCompletionSource stored,
        TaskCompletionSource<long[]> answer,
        Exception? failure
    )
    {
        if (failure is null)
        {
            stored.SetResult();
            foreach (var message in fresh)
            {
                if (_definition.RequiresDuplicateDetection)
                {
                    _duplicates.Confirm(message.MessageId);
                }
                Admit(message);
            }
            AnswerAfter(earlier, numbers, answer);
            return;
        }
        foreach (var message in fresh)
        {
            _duplicates.Forget(message.MessageId);
        }
        var fault = NotStored(failure);
        stored.SetException(fault);
        _ = stored.Task.Exception;
        answer.SetException(fault);
    }

    private static void AnswerAfter(List<Task> earlier, long[] numbers, TaskCompletionSource<long[]> answer)
    {
        if (earlier.TrueForAll(task => task.IsCompletedSuccessfully))
        {
            answer.SetResult(numbers);
            return;
        }
        Task.WhenAll(earlier)
            .ContinueWith(
                all =>
                {
                    if (all.IsCompletedSuccessfully)
                    {
                        answer.SetResult(numbers);
                    }
                    else
                    {
                        answer.SetException(all.Exception!.InnerExceptions);
                    }
                },
                TaskScheduler.Default
            );
    }

    private void ForgetSeen(DateTimeOffset now)
    {
        if (!_definition.RequiresDuplicateDetection || now < _forgetSeenAt)
        {
            return;
        }
        _forgetSeenAt = now + TimeSpan.FromMinutes(1);
        _store.Write(new ForgetSeen(_definition.Name, now - _definition.DuplicateDetectionHistoryTimeWindow), _ => { });
    }
}
