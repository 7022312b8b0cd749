using System.Diagnostics;
using System.Net;
using AgentHelpdesk.ModelDoubles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.ModelServers.Tests;

public sealed class ResilienceTests
{
    private static readonly WireReply Good = WireReply.Says("Bonjour.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Tries => new()
    {
        { "408", 3 }, { "429", 3 }, { "500", 3 }, { "502", 3 }, { "503", 3 }, { "reset", 3 }, { "error event", 3 },
        { "400", 1 }, { "401", 1 }, { "404", 1 }, { "501", 1 }, { "cut", 1 }, { "context", 1 }, { "filter", 1 },
    };

    [Theory, MemberData(nameof(Tries))]
    public async Task Only_what_may_pass_is_tried_again(string fault, int tries)
    {
        await using var server = await ModelServerDouble.StartAsync(Reply(fault));
        var time = new FakeTimeProvider();
        using var client = Clients.Of(server, options => options.Retries = 2, time);

        await OutcomeAsync(() => TextAsync(client), time);

        server.Requests.Count.ShouldBe(tries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_answer_of_a_later_try_is_the_answer(bool isStreamed)
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.Loading(), Fault.Error(500, "Non"), Good);
        var time = new FakeTimeProvider();
        using var client = Clients.Of(server, options => options.Retries = 2, time);

        (await OutcomeAsync(() => isStreamed ? client.StreamedAsync("Bonjour", Token) : TextAsync(client), time)).ShouldBe("Bonjour.");
    }

    [Fact]
    public async Task A_stream_is_not_begun_again_once_a_word_was_handed_out()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.ErrorEvent("Le plafond", "CUDA"), Good);
        var time = new FakeTimeProvider();
        using var client = Clients.Of(server, options => options.Retries = 2, time);

        await Should.ThrowAsync<HttpRequestException>(client.StreamedAsync("Bonjour", Token));

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_pause_a_server_asks_for_is_kept(bool asDate)
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var server = await ModelServerDouble.StartAsync(asDate ? Fault.TooManyUntil(time.GetUtcNow().AddSeconds(7)) : Fault.TooMany(7), Good);
        using var client = Clients.Of(server, options => options.Retries = 2, time);

        var asked = TextAsync(client);
        await Until(() => server.Requests.Count == 1);
        await Task.Delay(200, Token);
        time.Advance(TimeSpan.FromSeconds(6.9));
        await Task.Delay(200, Token);
        server.Requests.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(0.2));

        (await asked.WaitAsync(TimeSpan.FromSeconds(10), Token)).ShouldBe("Bonjour.");
    }

    [Fact]
    public async Task A_server_that_asks_for_a_longer_pause_than_allowed_is_not_tried_again()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.TooMany(3600), Good);
        using var client = Clients.Of(server, options => options.Retries = 2);

        (await Should.ThrowAsync<HttpRequestException>(TextAsync(client))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_circuit_opens_after_failures_and_closes_after_a_good_try()
    {
        var isUp = false;
        await using var server = await ModelServerDouble.StartAsync(_ => isUp ? Good : Fault.Error(500, "Non"));
        var time = new FakeTimeProvider();
        using var client = Clients.Of(server, options => (options.BreakerFailures, options.BreakerSeconds) = (3, 20), time);

        for (var call = 0; call < 3; call++)
            (await Should.ThrowAsync<HttpRequestException>(TextAsync(client))).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await Should.ThrowAsync<HttpRequestException>(TextAsync(client))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        server.Requests.Count.ShouldBe(3);

        isUp = true;
        time.Advance(TimeSpan.FromSeconds(21));
        (await TextAsync(client)).ShouldBe("Bonjour.");
        (await TextAsync(client)).ShouldBe("Bonjour.");
    }

    [Fact]
    public async Task Refusals_of_the_question_do_not_open_the_circuit()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.PromptTooLong(9000, 4096));
        using var client = Clients.Of(server, options => options.BreakerFailures = 2);

        for (var call = 0; call < 6; call++)
            (await Should.ThrowAsync<HttpRequestException>(TextAsync(client))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task No_more_calls_than_allowed_are_under_way()
    {
        await using var server = await ModelServerDouble.StartAsync(Good.After(TimeSpan.FromMilliseconds(150)));
        using var client = Clients.Of(server, options => options.Concurrent = 2);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => number % 2 == 0 ? TextAsync(client) : client.StreamedAsync("Bonjour", Token)));

        server.Requests.Count.ShouldBe(8);
        server.MostAtOnce.ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_finds_no_place_in_time_is_too_many()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.Silent());
        using var client = Clients.Of(server, options => (options.Concurrent, options.WaitSeconds) = (1, 1));
        using var enough = new CancellationTokenSource();
        var first = client.GetResponseAsync("Bonjour", cancellationToken: enough.Token);
        await Until(() => server.Requests.Count == 1);

        (await Should.ThrowAsync<HttpRequestException>(TextAsync(client))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        await enough.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("stalled")]
    [InlineData("pause")]
    public async Task Cancelling_ends_a_call_at_once(string where)
    {
        await using var server = await ModelServerDouble.StartAsync(where switch { "silent" => Fault.Silent(), "stalled" => Fault.Stalled("Le plafond"), _ => Fault.TooMany(9) });
        using var client = Clients.Of(server, options => options.Retries = 2);
        using var cancelling = new CancellationTokenSource();
        var asked = client.GetResponseAsync("Bonjour", cancellationToken: cancelling.Token);
        await Until(() => server.Requests.Count == 1);
        await Task.Delay(100, Token);
        var watch = Stopwatch.StartNew();

        await cancelling.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private static async Task<string> TextAsync(IChatClient client) => (await client.GetResponseAsync("Bonjour", cancellationToken: Token)).Text;

    private static WireReply Reply(string fault) => fault switch
    {
        "reset" => Fault.Reset(),
        "error event" => Fault.ErrorEvent("Le plafond", "CUDA out of memory"),
        "cut" => Fault.Cut("Le plafond"),
        "context" => Fault.PromptTooLong(9000, 4096),
        "filter" => Fault.PromptFiltered(),
        _ => Fault.Error(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "Non"),
    };

    // Time passes only while the call waits for it.
    private static async Task<string> OutcomeAsync(Func<Task<string>> call, FakeTimeProvider time)
    {
        var outcome = SaidAsync(call);
        for (var step = 0; step < 300 && !outcome.IsCompleted; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(outcome, Task.Delay(20, Token));
        }

        outcome.IsCompleted.ShouldBeTrue();
        return await outcome;
    }

    private static async Task<string> SaidAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidDataException)
        {
            return exception.Message;
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var step = 0; step < 500 && !condition(); step++)
            await Task.Delay(10, Token);
        condition().ShouldBeTrue();
    }
}
