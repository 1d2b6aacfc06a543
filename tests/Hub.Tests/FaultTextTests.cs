using Hub.Queues;

namespace Hub.Tests;

public class FaultTextTests
{
    [Fact]
    public void Of_a_foreign_exception_only_the_type_is_told()
    {
        var text = FaultText.Of(new InvalidOperationException("bsn 999900006", new FormatException("Zwaluwenburg")));

        Assert.Equal("InvalidOperationException <- FormatException", text.Trim());
    }

    [Fact]
    public void Our_own_exceptions_tell_what_failed() =>
        Assert.StartsWith(
            "QueueException: postbus-0503: amqp:not-found",
            FaultText.Of(new QueueException(QueueFailure.NotFound, "postbus-0503: amqp:not-found")),
            StringComparison.Ordinal
        );
}
