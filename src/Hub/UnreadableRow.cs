namespace Hub;

/// <summary>A row of a table that is not what it should be; the message names table and row, never what is in it.</summary>
/// <remarks>It has no inner exception: that may quote the row.</remarks>
public sealed class UnreadableRowException(string table, string id) : Exception($"tabel {table}: rij {id} is niet te lezen.")
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>By what the row is known: the id of a bericht or poststuk where it has one, else its place.</summary>
    public string Id { get; } = id;
}
