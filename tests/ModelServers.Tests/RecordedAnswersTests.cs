using System.Net;
using System.Text.Json;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.ModelServers.Tests.Doubles;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>What our client makes of each answer of a real server.</summary>
public sealed class RecordedAnswersTests
{
    public static TheoryData<string> Answers => Recordings.Names(call => call.Path == "/v1/chat/completions" && call.Reply.Status == 200 && !call.WasClosed);

    public static TheoryData<string> Errors => Recordings.Names(call => call.Reply.Status >= 400 && call.Path != "/v1/embeddings");

    public static TheoryData<string> Closed => Recordings.Names(call => call.WasClosed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Answers))]
    public async Task An_answer_is_read_with_its_text_finish_model_and_usage(string name)
    {
        var call = Recordings.Get(name);
        await using var server = await ModelServerDouble.StartAsync(call);
        using var client = Clients.Of(server);

        var response = await client.GetResponseAsync("Bonjour", cancellationToken: Token);

        var expected = Expected(call);
        response.Text.ShouldBe(expected.Text);
        response.FinishReason.ShouldBe(new ChatFinishReason(expected.Finish));
        response.ModelId.ShouldBe(expected.Model);
        response.Usage?.OutputTokenCount.ShouldBe(expected.OutputTokens);
        if (expected.OutputTokens is not null)
            response.Usage.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Errors))]
    public async Task An_error_leaves_with_its_status_and_the_server_s_words(string name)
    {
        var call = Recordings.Get(name);
        await using var server = await ModelServerDouble.StartAsync(call);
        using var client = Clients.Of(server);

        var error = await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));

        var overflow = call.Name.Contains("over the context", StringComparison.Ordinal);
        error.StatusCode.ShouldBe(overflow ? HttpStatusCode.RequestEntityTooLarge : (HttpStatusCode)call.Reply.Status);
        var body = JsonDocument.Parse(call.Reply.Steps.OfType<WireStep.Send>().Single().Text).RootElement.GetProperty("error");
        error.Message.ShouldContain(new string([.. body.GetProperty("message").GetString()!.Take(250)]));
    }

    [Theory, MemberData(nameof(Closed))]
    public async Task A_stream_that_goes_silent_is_given_up_after_the_stall_limit(string name)
    {
        await using var server = await ModelServerDouble.StartAsync(Recordings.Get(name));
        using var client = Clients.Of(server, options => options.StallSeconds = 1);

        var error = await Should.ThrowAsync<TimeoutException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));

        error.Message.ShouldContain("Model:StallSeconds");
    }

    private static (string Text, string Finish, string Model, long? OutputTokens) Expected(RecordedCall call)
    {
        var sent = call.Reply.Steps.OfType<WireStep.Send>().Select(step => step.Text.Trim()).Where(text => text != "data: [DONE]")
            .Select(text => JsonDocument.Parse(text.StartsWith("data: ", StringComparison.Ordinal) ? text["data: ".Length..] : text).RootElement).ToList();
        var choices = sent.SelectMany(root => root.GetProperty("choices").EnumerateArray()).Where(choice => choice.GetProperty("index").GetInt32() == 0).ToList();
        var member = call.IsStream ? "delta" : "message";
        var usage = sent.Where(root => root.TryGetProperty("usage", out _)).Select(root => (long?)root.GetProperty("usage").GetProperty("completion_tokens").GetInt64()).LastOrDefault();
        return (
            string.Concat(choices.Select(choice => choice.GetProperty(member).TryGetProperty("content", out var content) ? content.GetString() : "")),
            choices.Select(choice => choice.GetProperty("finish_reason").GetString()).Last(finish => finish is not null)!,
            sent[0].GetProperty("model").GetString()!,
            usage);
    }
}
