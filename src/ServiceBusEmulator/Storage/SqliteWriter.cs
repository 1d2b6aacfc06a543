using Microsoft.Data.Sqlite;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Storage;

/// <summary>Applies changes to the database, with statements prepared once. Not safe for use by two threads.</summary>
internal sealed class SqliteWriter : IDisposable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS message (
            queue TEXT NOT NULL, sequence INTEGER NOT NULL, original INTEGER NOT NULL, message_id TEXT NOT NULL, session_id TEXT,
            content BLOB NOT NULL, annotations BLOB NOT NULL, life INTEGER, scheduled INTEGER, enqueued INTEGER NOT NULL,
            deliveries INTEGER NOT NULL, state INTEGER NOT NULL, dead INTEGER NOT NULL, reason TEXT, description TEXT);
        DROP INDEX IF EXISTS message_key;
        CREATE UNIQUE INDEX IF NOT EXISTS message_original ON message (queue, original);
        CREATE TABLE IF NOT EXISTS seen (
            queue TEXT NOT NULL, message_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (queue, message_id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS session_state (
            queue TEXT NOT NULL, session_id TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (queue, session_id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sequence (queue TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _insert;
    private readonly Statement _remember;
    private readonly Statement _delete;
    private readonly Statement _update;
    private readonly Statement _setState;
    private readonly Statement _dropState;
    private readonly Statement _forget;
    private readonly Statement _raiseSequence;
    private readonly Dictionary<string, long> _highest = new(StringComparer.Ordinal);

    public SqliteWriter(SqliteConnection connection)
    {
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _rollback = new Statement(connection, "ROLLBACK");
        _insert = new Statement(connection, "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _remember = new Statement(connection, "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)");
        _delete = new Statement(connection, "DELETE FROM message WHERE queue = ? AND original = ?");
        _update = new Statement(
            connection,
            """
            UPDATE message SET sequence = ?, enqueued = ?, deliveries = ?, state = ?, dead = ?, reason = ?, description = ?,
                content = coalesce(?, content)
            WHERE queue = ? AND original = ?
            """
        );
        _setState = new Statement(connection, "INSERT OR REPLACE INTO session_state VALUES (?, ?, ?)");
        _dropState = new Statement(connection, "DELETE FROM session_state WHERE queue = ? AND session_id = ?");
        _forget = new Statement(connection, "DELETE FROM seen WHERE queue = ? AND at <= ?");
        _raiseSequence = new Statement(
            connection,
            "INSERT INTO sequence VALUES (?, ?) ON CONFLICT (queue) DO UPDATE SET last = max(last, excluded.last)"
        );
    }

    /// <summary>Writes all changes in one transaction; when it throws none of them is written.</summary>
    public void Write(IEnumerable<StoreChange> changes)
    {
        _highest.Clear();
        _begin.Run();
        try
        {
            foreach (var change in changes)
            {
                Apply(change);
            }
            foreach (var (queue, last) in _highest)
            {
                _raiseSequence.Bind(queue).Bind(last).Run();
            }
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (
            var statement in new[]
            {
                _begin,
                _commit,
                _rollback,
                _insert,
                _remember,
                _delete,
                _update,
                _setState,
                _dropState,
                _forget,
                _raiseSequence,
            }
        )
        {
            statement.Dispose();
        }
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // A fault as grave as a full disk has rolled back already.
        }
    }

    private void Apply(StoreChange change)
    {
        switch (change)
        {
            case Insert added:
                foreach (var message in added.Messages)
                {
                    ApplyInsert(added, message);
                }
                break;
            case Delete gone:
                _delete.Bind(gone.Queue).Bind(gone.OriginalSequenceNumber).Run();
                break;
            case Update changed:
                _update
                    .Bind(changed.SequenceNumber)
                    .Bind(changed.EnqueuedAt.UtcTicks)
                    .Bind(changed.DeliveryCount)
                    .Bind((long)changed.State)
                    .Bind(changed.IsDeadLetter ? 1 : 0)
                    .Bind(changed.Reason)
                    .Bind(changed.Description)
                    .Bind(changed.NewContent)
                    .Bind(changed.Queue)
                    .Bind(changed.OriginalSequenceNumber)
                    .Run();
                Raise(changed.Queue, changed.SequenceNumber);
                break;
            case SetSessionState { State: { } state } set:
                _setState.Bind(set.Queue).Bind(set.SessionId).Bind(state).Run();
                break;
            case SetSessionState cleared:
                _dropState.Bind(cleared.Queue).Bind(cleared.SessionId).Run();
                break;
            case ForgetSeen old:
                _forget.Bind(old.Queue).Bind(old.Before.UtcTicks).Run();
                break;
            default:
                throw new NotSupportedException(change.GetType().Name);
        }
    }

    private void ApplyInsert(Insert added, StoredMessage message)
    {
        // A message inserted is not shared yet: the engine touches it only after this is written.
        _insert
            .Bind(added.Queue)
            .Bind(message.SequenceNumber)
            .Bind(message.OriginalSequenceNumber)
            .Bind(message.MessageId)
            .Bind(message.SessionId)
            .Bind(message.Content)
            .Bind(message.Annotations)
            .Bind(message.TimeToLive?.Ticks)
            .Bind(message.ScheduledFor?.UtcTicks)
            .Bind(message.EnqueuedAt.UtcTicks)
            .Bind(message.DeliveryCount)
            .Bind((long)message.State)
            .Bind(message.IsDeadLetter ? 1 : 0)
            .Bind(message.DeadLetterReason)
            .Bind(message.DeadLetterDescription)
            .Run();
        if (added.Remember)
        {
            _remember.Bind(added.Queue).Bind(message.MessageId).Bind(added.At.UtcTicks).Run();
        }
        Raise(added.Queue, message.SequenceNumber);
    }

    private void Raise(string queue, long number) => _highest[queue] = Math.Max(number, _highest.GetValueOrDefault(queue));
}
