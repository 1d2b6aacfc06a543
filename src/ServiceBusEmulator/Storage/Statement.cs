using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ServiceBusEmulator.Storage;

/// <summary>
/// A prepared statement, bound and run without the cost of ADO.NET, which is most of the cost of a small write. Not safe for two threads.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _next = 1;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The database is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public Statement Bind(long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, _next++, number) : raw.sqlite3_bind_null(_statement, _next++));
        return this;
    }

    public Statement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, _next++) : raw.sqlite3_bind_text(_statement, _next++, value));
        return this;
    }

    public Statement Bind(byte[]? value)
    {
        Check(
            value switch
            {
                null => raw.sqlite3_bind_null(_statement, _next++),
                [] => raw.sqlite3_bind_zeroblob(_statement, _next++, 0),
                _ => raw.sqlite3_bind_blob(_statement, _next++, value),
            }
        );
        return this;
    }

    /// <summary>Runs it with what was bound, and readies it for the next time.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run() => Step();

    /// <summary>Runs it; gives the blob in the first column of the first row, null when there is no row.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public byte[]? ReadBlob() => Step(read: true);

    public void Dispose() => _statement.Dispose();

    private byte[]? Step(bool read = false)
    {
        var result = raw.sqlite3_step(_statement);
        var blob = read && result == raw.SQLITE_ROW ? raw.sqlite3_column_blob(_statement, 0).ToArray() : null;
        _next = 1;
        var reset = raw.sqlite3_reset(_statement);
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? reset : result);
        return blob;
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_OK)
        {
            return;
        }
        _next = 1;
        throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
    }
}
