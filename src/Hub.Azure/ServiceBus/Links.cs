using Amqp;
using Amqp.Framing;

namespace Hub.Azure.ServiceBus;

/// <summary>Opens links and closes what was opened. The library's constructors return before the peer has answered; here the answer is awaited.</summary>
internal static class Links
{
    /// <summary>Opens a link; gives it with the peer's attach.</summary>
    /// <exception cref="AmqpException">The peer refused: its reason.</exception>
    public static async Task<(TLink Link, Attach Attach)> OpenAsync<TLink>(Func<OnAttached, TLink> create, CancellationToken cancellation)
        where TLink : Link
    {
        var attached = new TaskCompletionSource<Attach>(TaskCreationOptions.RunContinuationsAsynchronously);
        var link = create((_, attach) =>
        {
            // A refusal is an attach without source and target; its reason comes with the detach that follows.
            if (attach.Source is not null && attach.Target is not null)
                attached.TrySetResult(attach);
        });
        link.AddClosedCallback((_, error) => attached.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced))));
        return (link, await attached.Task.WaitAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Closes something, within a short time; that it is closed already or can't be closed any more is no error.</summary>
    public static async Task CloseAsync(AmqpObject? opened)
    {
        if (opened is null || opened.IsClosed)
            return;
        try
        {
            await opened.CloseAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is AmqpException or TimeoutException or ObjectDisposedException or InvalidOperationException)
        {
            // Gone either way.
        }
    }
}
