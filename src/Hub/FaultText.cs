using System.Text;
using Hub.Queues;

namespace Hub;

/// <summary>What may be logged of an exception: types, our own messages and where it was thrown.</summary>
/// <remarks>The message of a foreign exception may quote content or an address, so it is left out.</remarks>
public static class FaultText
{
    /// <summary>The types from outer to inner, the message where it is ours, and the stack trace of the innermost.</summary>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = new StringBuilder();
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (text.Length > 0)
            {
                text.Append(" <- ");
            }
            text.Append(fault.GetType().Name);
            if (fault is QueueException or StorageException or UnreadableRowException)
            {
                text.Append(": ").Append(fault.Message);
            }
        }

        return text.AppendLine().Append(exception.GetBaseException().StackTrace).ToString();
    }
}
