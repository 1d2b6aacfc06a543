using Microsoft.Data.Sqlite;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Storage;

/// <summary>Applies changes to the database, with statements prepared once. Not safe for use by two threads.</summary>
internal sealed class SqliteWriter : IDisposable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS message (
            queue TEXT NOT NULL, sequence INTEGER NOT NULL, original INTEGER NOT NULL, message_id TEXT NOT NULL, session_id TEXT,
            content BLOB NOT NULL, annotations BLOB NOT NULL, life INTEGER, scheduled INTEGER, enqueued INTEGER NOT NULL,
            deliveries INTEGER NOT NULL, state INTEGER NOT NULL, dead INTEGER NOT NULL, reason TEXT, description TEXT);
        DROP INDEX IF EXISTS message_key;
        CREATE UNIQUE INDEX IF NOT EXISTS message_original ON message (queue, original);
        CREATE TABLE IF NOT EXISTS seen (queue TEXT NOT NULL, message_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (queue, message_id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS session_state (queue TEXT NOT NULL, session_id TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (queue, session_id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sequence (queue TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand remember;
    private readonly SqliteCommand delete;
    private readonly SqliteCommand update;
    private readonly SqliteCommand setState;
    private readonly SqliteCommand dropState;
    private readonly SqliteCommand forget;
    private readonly SqliteCommand raiseSequence;
    private readonly Dictionary<string, long> highest = new(StringComparer.Ordinal);

    public SqliteWriter(SqliteConnection connection)
    {
        this.connection = connection;
        insert = Prepare(
            """
            INSERT INTO message VALUES ($queue, $sequence, $original, $message_id, $session_id, $content, $annotations, $life, $scheduled,
                $enqueued, $deliveries, $state, $dead, $reason, $description)
            """,
            "$queue", "$sequence", "$original", "$message_id", "$session_id", "$content", "$annotations", "$life", "$scheduled",
            "$enqueued", "$deliveries", "$state", "$dead", "$reason", "$description");
        remember = Prepare("INSERT OR REPLACE INTO seen VALUES ($queue, $message_id, $at)", "$queue", "$message_id", "$at");
        delete = Prepare("DELETE FROM message WHERE queue = $queue AND original = $original", "$queue", "$original");
        update = Prepare(
            """
            UPDATE message SET sequence = $sequence, enqueued = $enqueued, deliveries = $deliveries, state = $state, dead = $dead,
                reason = $reason, description = $description, content = coalesce($content, content)
            WHERE queue = $queue AND original = $original
            """,
            "$sequence", "$enqueued", "$deliveries", "$state", "$dead", "$reason", "$description", "$content", "$queue", "$original");
        setState = Prepare("INSERT OR REPLACE INTO session_state VALUES ($queue, $session_id, $state)", "$queue", "$session_id", "$state");
        dropState = Prepare("DELETE FROM session_state WHERE queue = $queue AND session_id = $session_id", "$queue", "$session_id");
        forget = Prepare("DELETE FROM seen WHERE queue = $queue AND at <= $before", "$queue", "$before");
        raiseSequence = Prepare("INSERT INTO sequence VALUES ($queue, $last) ON CONFLICT (queue) DO UPDATE SET last = max(last, excluded.last)", "$queue", "$last");
    }

    /// <summary>Writes all changes in one transaction; when it throws none of them is written.</summary>
    public void Write(IEnumerable<StoreChange> changes)
    {
        highest.Clear();
        using var transaction = connection.BeginTransaction();
        foreach (var command in Commands)
            command.Transaction = transaction;
        foreach (var change in changes)
            Apply(change);
        foreach (var (queue, last) in highest)
            Execute(raiseSequence, queue, last);
        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in Commands)
            command.Dispose();
    }

    private SqliteCommand[] Commands => [insert, remember, delete, update, setState, dropState, forget, raiseSequence];

    private void Apply(StoreChange change)
    {
        switch (change)
        {
            case Insert added:
                foreach (var message in added.Messages)
                    ApplyInsert(added, message);
                break;
            case Delete gone:
                Execute(delete, gone.Queue, gone.OriginalSequenceNumber);
                break;
            case Update changed:
                Execute(
                    update, changed.SequenceNumber, changed.EnqueuedAt.UtcTicks, changed.DeliveryCount, (int)changed.State, changed.IsDeadLetter,
                    changed.Reason, changed.Description, changed.NewContent, changed.Queue, changed.OriginalSequenceNumber);
                Raise(changed.Queue, changed.SequenceNumber);
                break;
            case SetSessionState { State: { } state } set:
                Execute(setState, set.Queue, set.SessionId, state);
                break;
            case SetSessionState cleared:
                Execute(dropState, cleared.Queue, cleared.SessionId);
                break;
            case ForgetSeen old:
                Execute(forget, old.Queue, old.Before.UtcTicks);
                break;
            default:
                throw new NotSupportedException(change.GetType().Name);
        }
    }

    private void ApplyInsert(Insert added, StoredMessage message)
    {
        // A message inserted is not shared yet: the engine touches it only after this is written.
        Execute(
            insert, added.Queue, message.SequenceNumber, message.OriginalSequenceNumber, message.MessageId, message.SessionId, message.Content,
            message.Annotations, message.TimeToLive?.Ticks, message.ScheduledFor?.UtcTicks, message.EnqueuedAt.UtcTicks, message.DeliveryCount,
            (int)message.State, message.IsDeadLetter, message.DeadLetterReason, message.DeadLetterDescription);
        if (added.Remember)
            Execute(remember, added.Queue, message.MessageId, added.At.UtcTicks);
        Raise(added.Queue, message.SequenceNumber);
    }

    private void Raise(string queue, long number) => highest[queue] = Math.Max(number, highest.GetValueOrDefault(queue));

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        return command;
    }
}
