using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Storage;

/// <summary>
/// Keeps queues in one SQLite file. One writer takes what waits as one transaction (group commit), so that accepted means written.
/// </summary>
internal sealed class SqliteStore : IMessageStore
{
    private const int MostPerTransaction = 512;

    private readonly SqliteConnection _connection;
    private readonly SqliteWriter _writer;
    private readonly Statement _readContent;
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    /// <param name="folder">Where the file is; made when absent.</param>
    /// <param name="survivesPowerLoss">Whether each commit reaches the disk itself, which costs speed.</param>
    public SqliteStore(string folder, bool survivesPowerLoss)
    {
        Directory.CreateDirectory(folder);
        // The timeout is for a folder that another emulator has: nothing else ever locks the file.
        var path = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "queues.db"),
            Pooling = false,
            DefaultTimeout = 2,
        };
        _connection = new SqliteConnection(path.ConnectionString);
        _connection.Open();
        Run("PRAGMA journal_mode=WAL");
        // NORMAL survives the death of the process; only loss of power could take the last transactions.
        Run(survivesPowerLoss ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        Run("PRAGMA locking_mode=EXCLUSIVE");
        Run(SqliteWriter.Schema);
        _writer = new SqliteWriter(_connection);
        _readContent = new Statement(_connection, "SELECT content FROM message WHERE queue = ? AND original = ?");
        _writing = Task.Factory.StartNew(WriteLoop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public bool KeepsContent => true;

    public QueueSnapshot Load(string queue, long room)
    {
        lock (_connection)
        {
            return new QueueSnapshot(LoadMessages(queue, room), LoadSessionStates(queue), LoadSeen(queue), LoadLastSequenceNumber(queue));
        }
    }

    public void ReadContent(string queue, IReadOnlyList<StoredMessage> messages)
    {
        try
        {
            lock (_connection)
            {
                foreach (var message in messages)
                {
                    message.Content =
                        _readContent.Bind(queue).Bind(message.OriginalSequenceNumber).ReadBlob()
                        ?? throw new InvalidOperationException("A message is missing in the storage.");
                }
            }
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException)
        {
            throw new QueueFaultException(QueueFault.StorageFailed, "The emulator could not read its storage.", fault);
        }
    }

    public void Write(StoreChange change, Action<Exception?> done)
    {
        if (!_pending.Writer.TryWrite(new Pending(change, done)))
        {
            done(new ObjectDisposedException(nameof(SqliteStore)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        _writer.Dispose();
        _readContent.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private void WriteLoop()
    {
        var batch = new List<Pending>(MostPerTransaction);
        while (_pending.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostPerTransaction && _pending.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }
            Exception? failure = null;
            try
            {
                lock (_connection)
                {
                    _writer.Write(batch.Select(one => one.Change));
                }
            }
            catch (Exception fault) when (fault is SqliteException or IOException or InvalidOperationException)
            {
                failure = fault;
            }
            foreach (var one in batch)
            {
                one.Done(failure);
            }
            batch.Clear();
        }
    }

    private List<StoredMessage> LoadMessages(string queue, long room)
    {
        var messages = new List<StoredMessage>();
        using var command = Query(
            """
            SELECT sequence, original, message_id, session_id, content, annotations, life, scheduled, enqueued, deliveries, state, dead,
                reason, description, length(content)
            FROM message WHERE queue = $queue ORDER BY sequence
            """,
            queue
        );
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var length = row.GetInt32(14);
            var fits = length <= room;
            var message = new StoredMessage
            {
                SequenceNumber = row.GetInt64(0),
                OriginalSequenceNumber = row.GetInt64(1),
                MessageId = row.GetString(2),
                SessionId = row.IsDBNull(3) ? null : row.GetString(3),
                Content = fits ? row.GetFieldValue<byte[]>(4) : [],
                Annotations = row.GetFieldValue<byte[]>(5),
                TimeToLive = row.IsDBNull(6) ? null : TimeSpan.FromTicks(row.GetInt64(6)),
                ScheduledFor = row.IsDBNull(7) ? null : new DateTimeOffset(row.GetInt64(7), TimeSpan.Zero),
                EnqueuedAt = new DateTimeOffset(row.GetInt64(8), TimeSpan.Zero),
                DeliveryCount = row.GetInt32(9),
                State = (MessageState)row.GetInt32(10),
                IsDeadLetter = row.GetBoolean(11),
                DeadLetterReason = row.IsDBNull(12) ? null : row.GetString(12),
                DeadLetterDescription = row.IsDBNull(13) ? null : row.GetString(13),
            };
            if (fits)
            {
                room -= length;
            }
            else
            {
                message.PageOut(length);
            }
            messages.Add(message);
        }
        return messages;
    }

    private Dictionary<string, byte[]> LoadSessionStates(string queue)
    {
        var states = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var command = Query("SELECT session_id, state FROM session_state WHERE queue = $queue", queue);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            states[row.GetString(0)] = row.GetFieldValue<byte[]>(1);
        }
        return states;
    }

    private List<(string MessageId, DateTimeOffset At)> LoadSeen(string queue)
    {
        var seen = new List<(string, DateTimeOffset)>();
        using var command = Query("SELECT message_id, at FROM seen WHERE queue = $queue ORDER BY at", queue);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            seen.Add((row.GetString(0), new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero)));
        }
        return seen;
    }

    private long LoadLastSequenceNumber(string queue)
    {
        using var command = Query("SELECT last FROM sequence WHERE queue = $queue", queue);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteCommand Query(string sql, string queue)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$queue", queue);
        return command;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private readonly record struct Pending(StoreChange Change, Action<Exception?> Done);
}
