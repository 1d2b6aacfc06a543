using System.Text;
using Hub.Queues;

namespace Hub;

/// <summary>What may be logged of an exception: types, our own messages and where it was thrown.</summary>
/// <remarks>The message of a foreign exception may quote content or an address, so it is left out.</remarks>
public static class Fouttekst
{
    /// <summary>The types from outer to inner, the message where it is ours, and the stack trace of the innermost.</summary>
    public static string Van(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var tekst = new StringBuilder();
        for (var fout = exception; fout is not null; fout = fout.InnerException)
        {
            if (tekst.Length > 0) tekst.Append(" <- ");
            tekst.Append(fout.GetType().Name);
            if (fout is QueueException or OpslagException or UnreadableRowException) tekst.Append(": ").Append(fout.Message);
        }

        return tekst.AppendLine().Append(exception.GetBaseException().StackTrace).ToString();
    }
}
