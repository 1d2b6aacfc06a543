namespace Hub.Functions.Http;

/// <summary>
/// Answers HEAD as GET would: the same status and headers, with the length of the body that is left out where the call did not say it.
/// </summary>
internal sealed class HeadAnswer(RequestDelegate next)
{
    /// <summary>Lets every GET that is mapped under it be asked with HEAD too.</summary>
    public static void WithEveryGet(IEndpointConventionBuilder calls) =>
        calls.Add(call =>
        {
            if (call.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            {
                call.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        await using var counted = new Counted();
        context.Response.Body = counted;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (!context.Response.HasStarted && counted.Length > 0)
        {
            context.Response.ContentLength ??= counted.Length;
        }
    }

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class Counted : Stream
    {
        private long _length;

        public override bool CanRead => false;

        // An error begins its answer anew.
        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => _length = value;
        }

        public override void SetLength(long value) => _length = value;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _length += count;
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush() { }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    }
}
