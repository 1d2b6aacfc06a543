using System.Diagnostics;
using System.Text;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Postbus;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Functions.Tests.Api;

/// <summary>A postbus that is waited on, at the hub itself: 90000004 has channel http.</summary>
public sealed class PostbusWaitTests(AzuriteFixture azurite) : HubFixture(azurite)
{
    private const string Gemeente = "0503";
    private const string Receiver = "90000004";

    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(55);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_gets_what_comes_in_when_it_comes()
    {
        var begin = Stopwatch.GetTimestamp();
        var waiting = GetAsync(Receiver, "/postbus?wacht=60");
        await UntilWaitingAsync();
        Assert.False(waiting.IsCompleted);

        var id = await DeliverAsync();
        var answer = await waiting;

        Assert.Equal(200, answer.Status);
        Assert.Equal(id, Assert.Single(answer.Json.GetProperty("poststukken").EnumerateArray()).GetProperty("id").GetString());
        Assert.True(Stopwatch.GetElapsedTime(begin) < Generous, "It waited until its time was up.");
    }

    [Fact]
    public async Task What_lies_there_already_is_given_at_once_and_who_has_a_queue_does_not_wait()
    {
        await DeliverAsync();
        var begin = Stopwatch.GetTimestamp();

        Assert.Single((await GetAsync(Receiver, "/postbus?wacht=60")).Json.GetProperty("poststukken").EnumerateArray());
        Assert.Equal("servicebus", (await GetAsync(Gemeente, "/postbus?wacht=60")).Field("kanaal"));
        Assert.True(Stopwatch.GetElapsedTime(begin) < Generous, "It waited.");
    }

    [Fact]
    public async Task The_app_that_stops_lets_nobody_wait()
    {
        var begin = Stopwatch.GetTimestamp();
        var waiting = GetAsync(Receiver, "/postbus?wacht=60");
        await UntilWaitingAsync();

        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var answer = await waiting;

        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Json.GetProperty("poststukken").EnumerateArray());
        Assert.True(Stopwatch.GetElapsedTime(begin) < Generous, "It waited until its time was up.");
    }

    [Theory]
    [InlineData("61")]
    [InlineData("-1")]
    [InlineData("lang")]
    public async Task A_time_that_is_none_or_too_long_is_refused(string wait)
    {
        var answer = await GetAsync(Receiver, "/postbus?wacht=" + wait);

        Assert.Equal((400, "ongeldige-wachttijd"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task More_than_a_few_of_one_deelnemer_do_not_wait_and_who_is_gone_makes_room()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = Enumerable.Range(0, PostbusWait.MaxPerDeelnemer).Select(_ => WaitAsync(gone.Token)).ToList();
        await UntilWaitingAsync(PostbusWait.MaxPerDeelnemer);

        var answer = await GetAsync(Receiver, "/postbus?wacht=60");

        Assert.Equal((429, "te-veel-wachtend"), (answer.Status, answer.Problem));
        Assert.Equal("10", answer.Headers["Retry-After"]);
        Assert.Equal(200, (await GetAsync(Receiver, "/postbus")).Status);
        await gone.CancelAsync();
        foreach (var one in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }
        await UntilWaitingAsync(0);
        await DeliverAsync();
        Assert.Equal(200, (await GetAsync(Receiver, "/postbus?wacht=1")).Status);

        async Task WaitAsync(CancellationToken stop)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/postbus?wacht=60");
            request.Headers.Authorization = new("Bearer", Issuer.Token(AppId(Receiver)));
            using var _ = await Http.SendAsync(request, stop);
        }
    }

    /// <summary>
    /// Time that leaps to whatever is waited for: how often the table is asked does not hang on how fast this machine is.
    /// </summary>
    [Fact]
    public async Task The_table_is_asked_less_and_less_often_until_the_time_is_up()
    {
        var time = new LeapingTime();
        var counting = new CountingPostbus(new TablePostbus(Azure.StorageAccount.With(Storage), TimeProvider.System));

        var page = await new PostbusWait(counting, time).ListAsync(Receiver, 0, 10, TimeSpan.FromSeconds(60), CancellationToken.None, Stop);

        Assert.True(page!.IsEmpty);
        Assert.Equal(TimeSpan.FromSeconds(60), time.Passed);
        Assert.InRange(counting.Asked, 10, 18);
    }

    private async Task UntilWaitingAsync(int count = 1)
    {
        while (Services.GetRequiredService<PostbusWait>().Waiting(Receiver) != count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        }
    }

    private async Task<string> DeliverAsync()
    {
        var id = (await PostAsync(Gemeente, Encoding.UTF8.GetString(KindSamples.Good("JW301", Gemeente, Receiver)))).Field("berichtId");
        Assert.True(await ProcessAsync(new WorkItem(1, id).Write()));
        return id;
    }

    private sealed class LeapingTime : TimeProvider
    {
        private long _ticks;

        public TimeSpan Passed => TimeSpan.FromTicks(_ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ticks += dueTime.Ticks;
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    /// <summary>The real postbus; counts how often it is asked.</summary>
    private sealed class CountingPostbus(IPostbus real) : IPostbus
    {
        public Task<int> CountAsync(string code, int max, CancellationToken cancellation) => real.CountAsync(code, max, cancellation);

        public int Asked { get; private set; }

        public Task<bool> DepositAsync(string code, Poststuk piece, CancellationToken cancellation) =>
            real.DepositAsync(code, piece, cancellation);

        public Task<PostbusPage> ListAsync(string code, long after, int count, CancellationToken cancellation)
        {
            Asked++;
            return real.ListAsync(code, after, count, cancellation);
        }

        public Task<bool> ConfirmAsync(string code, string id, CancellationToken cancellation) => real.ConfirmAsync(code, id, cancellation);
    }
}
