using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgentHelpdesk.ModelDoubles;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>Looks at all that leaves a call as traces and metrics, to whoever listens.</summary>
public sealed class TelemetryTests
{
    private const string Question = "Combien touche Mme Gargouille ?";
    private const string Passage = "Passage 1 : l'indemnité de zibeline est de 48 euros.";
    private const string Said = "L'indemnité de zibeline est due à Mme Gargouille.";
    private const string Words = "zibeline Gargouille 48 euros sk-Secret-0123456789";

    private static readonly string[] Secret = ["Gargouille", "zibeline", "48 euros", Clients.Key];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ends => ["good", "refused", "failing", "error event", "filtered", "cut", "unreadable"];

    [Theory, MemberData(nameof(Ends))]
    public async Task Traces_and_metrics_of_a_call_hold_no_words_of_question_passage_answer_or_server(string end)
    {
        await using var server = await ModelServerDouble.StartAsync(_ => Reply(end));
        var spans = new ConcurrentQueue<Activity>();
        var figures = new ConcurrentQueue<string>();
        using var source = new ActivitySource("AgentHelpdesk.Tests.Telemetry");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name is ModelServerServices.TelemetrySource or "AgentHelpdesk.Tests.Telemetry",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name is ModelServerServices.TelemetrySource)
                to.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => figures.Enqueue(Written(instrument, tags)));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => figures.Enqueue(Written(instrument, tags)));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => figures.Enqueue(Written(instrument, tags)));
        meters.Start();
        using var turn = source.StartActivity("turn").ShouldNotBeNull();
        using var client = Clients.Of(server);

        foreach (var isStreamed in new[] { true, false })
        {
            try
            {
                if (isStreamed)
                    await client.StreamedAsync($"{Passage}\n{Question}", Token);
                else
                    await client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.System, Passage), new(Microsoft.Extensions.AI.ChatRole.User, Question)], cancellationToken: Token);
            }
            catch (Exception exception) when (exception is HttpRequestException or InvalidDataException)
            {
                end.ShouldNotBe("good");
            }
        }

        var mine = spans.Where(span => span.TraceId == turn.TraceId).ToList();
        mine.Count.ShouldBe(2);
        figures.ShouldNotBeEmpty();
        var left = string.Join('\n', mine.Select(Written).Concat(figures));
        Secret.Where(word => left.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(left);
        if (end is not ("good" or "filtered"))
            mine.ShouldAllBe(span => span.Status == ActivityStatusCode.Error);
    }

    private static WireReply Reply(string end) => end switch
    {
        "good" => WireReply.Says(Said),
        "refused" => Fault.Error(400, Words, "invalid_request_error"),
        "failing" => Fault.Error(500, Words),
        "error event" => Fault.ErrorEvent("", Words),
        "filtered" => Fault.AnswerFiltered(Said),
        "cut" => Fault.Cut(Said),
        _ => WireReply.Json(200, $"{{\"choices\":\"{Words}\"}}"),
    };

    private static string Written(Activity span) =>
        string.Join('\n', span.TagObjects.Select(Written).Concat(span.Events.SelectMany(one => one.Tags.Select(Written).Prepend(one.Name))).Concat(span.Baggage.Select(one => $"{one}")).Prepend($"{span.DisplayName} {span.StatusDescription}"));

    private static string Written(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(Written).Prepend(instrument.Name));

    private static string Written(KeyValuePair<string, object?> tag) => $"{tag.Key}={(tag.Value is System.Collections.IEnumerable and not string ? System.Text.Json.JsonSerializer.Serialize(tag.Value) : tag.Value)}";
}
