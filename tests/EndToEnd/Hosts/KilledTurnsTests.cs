using System.Net;
using System.Net.Http.Json;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Hosts;

/// <summary>kill -9 while turns are worked on: what was acknowledged is answered after the next start, and nothing is answered twice.</summary>
public sealed class KilledTurnsTests(ReadSamples samples) : IAsyncLifetime
{
    private const string Question = "Quel est le montant du capital décès ?";

    private readonly TempFolder _folder = new();
    private ConnectorDouble? _connector;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ConnectorDouble Connector => _connector ?? throw new InvalidOperationException("The connector has not started.");

    public async ValueTask InitializeAsync()
    {
        await samples.CopyToAsync(_folder);
        _connector = await ConnectorDouble.StartAsync(limits: false);
    }

    [Fact]
    public async Task Turns_acknowledged_before_a_kill_are_answered_after_it_and_none_twice()
    {
        const int Turns = 60;
        var first = await StartAsync();
        var address = await first.AddressAsync();
        for (var number = 0; number < Turns; number++)
            await PostAsync(address, number);
        await first.KillAsync();
        await first.DisposeAsync();
        var answered = Answers();
        answered.Count.ShouldBeLessThan(Turns, "the kill came after the work was done");

        await using var second = await StartAsync();
        address = await second.AddressAsync();
        // The channel saw no harm; should it deliver again all the same, nothing is done twice.
        for (var number = 0; number < Turns; number++)
            await PostAsync(address, number);
        await PostAsync(address, Turns);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Answers().Contains(Id(Turns)) || Answers().Distinct().Count() < Turns - 1)
            await Task.Delay(50, patience.Token);
        await Task.Delay(500, Token);

        var all = Answers();
        all.Distinct().Count().ShouldBe(all.Count);
        // One was leaving at the moment of the kill at most: with one place, turns reach the connector one after the other.
        all.Count.ShouldBeGreaterThanOrEqualTo(Turns);
        (await HeldAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_was_leaving_when_the_program_was_killed_is_not_sent_again()
    {
        // Once warm the next answer leaves at once: no sign of progress goes before it and is taken for it.
        var first = await StartAsync();
        await PostAsync(await first.AddressAsync(), 0);
        while (!Answers().Contains(Id(0)))
            await Task.Delay(20, Token);
        var before = Connector.Calls.Count;
        Connector.Faults.Add(new Fault.Late(TimeSpan.FromMinutes(5)));
        await PostAsync(await first.AddressAsync(), 1);
        while (Connector.Calls.Count == before)
            await Task.Delay(20, Token);
        await first.KillAsync();
        await first.DisposeAsync();

        await using var second = await StartAsync();
        await PostAsync(await second.AddressAsync(), 2);
        while (!Answers().Contains(Id(2)))
            await Task.Delay(20, Token);
        await Task.Delay(500, Token);

        Answers().ShouldBe([Id(0), Id(2)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connector is not null)
            await _connector.DisposeAsync();
        _folder.Dispose();
    }

    private Task<HelpdeskProcess> StartAsync() => HelpdeskProcess.WithSamplesAsync(_folder, "--Bot:AllowAnonymous=true", "--Bot:ConcurrentTurns=1", "--Bot:ProgressAfterMilliseconds=2000");

    private async Task PostAsync(Uri address, int number)
    {
        using var http = new HttpClient { BaseAddress = address };
        var activity = SomeActivity.In(Connector.ServiceUrl, $"19:group-{number}@thread.v2", "groupChat", Id(number));
        activity["type"] = "message";
        activity["text"] = Question;
        using var reply = await http.PostAsJsonAsync("/api/messages", activity, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private List<string> Answers() => [.. Connector.Sent.Where(sent => sent.IsMessage).Select(sent => (string?)sent.Body["replyToId"] ?? "")];

    // The ids of people stand in the reply addresses alone: gone with the last turn, also from the log beside the file.
    private async Task<int> HeldAsync()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            if (!Directory.GetFiles(_folder.Path, "bot.db*").Any(file => Text(file).Contains(SomeActivity.User, StringComparison.Ordinal)))
                return 0;
            await Task.Delay(100, Token);
        }

        return 1;
    }

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string Id(int number) => $"activity-{number}";
}
