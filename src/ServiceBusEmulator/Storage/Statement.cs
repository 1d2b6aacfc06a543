using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ServiceBusEmulator.Storage;

/// <summary>A prepared statement, bound and run without the cost of ADO.NET, which is most of the cost of a small write. Not safe for two threads.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int next = 1;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The database is not open.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public Statement Bind(long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, next++, number) : raw.sqlite3_bind_null(statement, next++));
        return this;
    }

    public Statement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(statement, next++) : raw.sqlite3_bind_text(statement, next++, value));
        return this;
    }

    public Statement Bind(byte[]? value)
    {
        Check(value switch
        {
            null => raw.sqlite3_bind_null(statement, next++),
            [] => raw.sqlite3_bind_zeroblob(statement, next++, 0),
            _ => raw.sqlite3_bind_blob(statement, next++, value),
        });
        return this;
    }

    /// <summary>Runs it with what was bound, and readies it for the next time.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run() => Step();

    /// <summary>Runs it; gives the blob in the first column of the first row, null when there is no row.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public byte[]? ReadBlob() => Step(read: true);

    public void Dispose() => statement.Dispose();

    private byte[]? Step(bool read = false)
    {
        var result = raw.sqlite3_step(statement);
        var blob = read && result == raw.SQLITE_ROW ? raw.sqlite3_column_blob(statement, 0).ToArray() : null;
        next = 1;
        var reset = raw.sqlite3_reset(statement);
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? reset : result);
        return blob;
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_OK)
            return;
        next = 1;
        throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
    }
}
