using System.Collections;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Amqp;

/// <summary>The $management node of a queue or of its dead-letter queue: what clients ask outside the links.</summary>
internal sealed class ManagementNode(QueueEngine queue, bool deadLetters)
{
    public async Task<Message> AnswerAsync(Message request)
    {
        try
        {
            var body = request.Body as Map ?? [];
            var result = await RunAsync(request.ApplicationProperties?["operation"] as string ?? "", body).ConfigureAwait(false);
            return Answer(request, result is null ? 204 : 200, result ?? [], null);
        }
        catch (Exception fault) when (fault is QueueFaultException or AmqpException or InvalidCastException or NullReferenceException)
        {
            return Answer(request, Faults.Status(fault), [], fault);
        }
    }

    private async Task<Map?> RunAsync(string operation, Map body)
    {
        switch (operation)
        {
            case "com.microsoft:renew-lock":
                return await RenewAsync(Values<Guid>(body["lock-tokens"])).ConfigureAwait(false);
            case "com.microsoft:renew-session-lock":
                return new Map { ["expiration"] = (await queue.RenewSessionLockAsync(SessionId(body)).ConfigureAwait(false)).UtcDateTime };
            case "com.microsoft:peek-message":
                return await PeekAsync(body).ConfigureAwait(false);
            case "com.microsoft:schedule-message":
                return new Map { ["sequence-numbers"] = await ScheduleAsync((IList)body["messages"]).ConfigureAwait(false) };
            case "com.microsoft:cancel-scheduled-message":
                await queue.CancelScheduledAsync(Values<long>(body["sequence-numbers"])).ConfigureAwait(false);
                return [];
            case "com.microsoft:receive-by-sequence-number":
                return await ReceiveDeferredAsync(body).ConfigureAwait(false);
            case "com.microsoft:update-disposition":
                await SettleAsync(body).ConfigureAwait(false);
                return [];
            case "com.microsoft:get-session-state":
                return new Map { ["session-state"] = await queue.GetSessionStateAsync(SessionId(body)).ConfigureAwait(false) };
            case "com.microsoft:set-session-state":
                await queue.SetSessionStateAsync(SessionId(body), body["session-state"] as byte[]).ConfigureAwait(false);
                return [];
            case "com.microsoft:get-message-sessions":
                return await ListSessionsAsync(body).ConfigureAwait(false);
            default:
                throw new AmqpException(ErrorCode.NotImplemented, $"The operation '{operation}' is not implemented.");
        }
    }

    private async Task<Map> RenewAsync(Guid[] tokens)
    {
        var ends = new DateTime[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            ends[i] = (await queue.RenewLockAsync(tokens[i]).ConfigureAwait(false)).UtcDateTime;
        }
        return new Map { ["expirations"] = ends };
    }

    private async Task<Map?> PeekAsync(Map body)
    {
        var from = Convert.ToInt64(body["from-sequence-number"], null);
        var count = Convert.ToInt32(body["message-count"], null);
        var withBody = body["omit-message-body"] is not true;
        var found = await queue
            .PeekAsync(
                from,
                count,
                body["session-id"] as string,
                deadLetters,
                message => new Map { ["message"] = MessageCodec.WriteBytes(message, withBody) }
            )
            .ConfigureAwait(false);
        return found.Count == 0 ? null : new Map { ["messages"] = found };
    }

    private async Task<long[]> ScheduleAsync(IList messages)
    {
        var read = messages.Cast<Map>().Select(message => MessageCodec.Read((byte[])message["message"], queue.Definition)).ToList();
        return await queue.SendAsync(read).ConfigureAwait(false);
    }

    private async Task<Map> ReceiveDeferredAsync(Map body)
    {
        // Some clients send this as uint, the documentation says ubyte.
        var delete = Convert.ToInt32(body["receiver-settle-mode"], null) == 0;
        var found = await queue
            .ReceiveDeferredAsync(
                Values<long>(body["sequence-numbers"]),
                delete,
                deadLetters,
                message => new Map { ["lock-token"] = message.Lock?.Token ?? Guid.Empty, ["message"] = MessageCodec.WriteBytes(message) }
            )
            .ConfigureAwait(false);
        return new Map { ["messages"] = found };
    }

    private async Task SettleAsync(Map body)
    {
        foreach (var token in Values<Guid>(body["lock-tokens"]))
        {
            var content = await ChangeAsync(token, body["properties-to-modify"] as Map).ConfigureAwait(false);
            Settlement settlement = (body["disposition-status"] as string) switch
            {
                "completed" => new Complete(),
                "abandoned" => new Abandon(content),
                "defered" => new Defer(content),
                "suspended" => new DeadLetter(body["deadletter-reason"] as string, body["deadletter-description"] as string, content),
                var other => throw new AmqpException(ErrorCode.NotImplemented, $"The disposition '{other}' is not known."),
            };
            await queue.SettleAsync(token, settlement).ConfigureAwait(false);
        }
    }

    private async Task<byte[]?> ChangeAsync(Guid token, Map? changes) =>
        changes is { Count: > 0 } && await queue.GetContentAsync(token).ConfigureAwait(false) is { } content
            ? MessageCodec.WithProperties(
                content,
                changes.Select(change => KeyValuePair.Create(change.Key.ToString()!, (object?)change.Value))
            )
            : null;

    private async Task<Map?> ListSessionsAsync(Map body)
    {
        var skip = Convert.ToInt32(body["skip"], null);
        var found = await queue.ListSessionsAsync(UpdatedAfter(body), skip, Convert.ToInt32(body["top"], null)).ConfigureAwait(false);
        return found.Count == 0 ? null : new Map { ["skip"] = skip + found.Count, ["sessions-ids"] = found.ToArray() };
    }

    // The end of time asks for all sessions; AMQP counts milliseconds, so it comes a little earlier.
    private static DateTimeOffset? UpdatedAfter(Map body) =>
        body["last-updated-time"] is DateTime { Year: < 9999 } time ? new DateTimeOffset(time.ToUniversalTime()) : null;

    private static string SessionId(Map body) =>
        body["session-id"] as string ?? throw new AmqpException(ErrorCode.InvalidField, "session-id is missing.");

    private static T[] Values<T>(object? list) =>
        list switch
        {
            T[] array => array,
            IEnumerable values => [.. values.Cast<T>()],
            _ => throw new AmqpException(ErrorCode.InvalidField, "A list is missing in the request."),
        };

    private static Message Answer(Message request, int status, Map body, Exception? fault)
    {
        var properties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = fault?.Message ?? "OK" };
        if (fault is not null)
        {
            properties["errorCondition"] = Faults.ToError(fault).Condition;
        }
        if (request.ApplicationProperties?["com.microsoft:tracking-id"] is { } tracking)
        {
            properties["com.microsoft:tracking-id"] = tracking;
        }
        return new Message(body) { ApplicationProperties = properties };
    }
}
