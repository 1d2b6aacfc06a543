namespace Hub;

/// <summary>Hears of rows that were passed over because they can't be read; what is beside them was given.</summary>
public interface IUnreadableRows
{
    /// <summary>Tells of one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fault">The kind of fault, as the name of a type.</param>
    void Report(UnreadableRowException row, string fault);
}
