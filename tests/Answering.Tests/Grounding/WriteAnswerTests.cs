using System.Net;
using AgentHelpdesk.Answering.Grounding;
using Microsoft.Extensions.AI;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class WriteAnswerTests
{
    private const string Good = "Le plafond de ressources est de 27 141 € pour un enfant.";

    [Fact]
    public async Task A_model_s_claim_is_shown_when_its_words_stand_in_the_passage()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule))));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Record.Fallback.ShouldBeNull();
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Good);
        var call = written.Record.Calls.ShouldHaveSingleItem();
        (call.Purpose, call.Prompt, call.Model, call.Failure).ShouldBe((ModelCallPurpose.Answer, "answer-1", "told", null));
        call.Said.ShouldContain(Good);
        written.Record.Checks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(check => check.Flaw.ShouldBeNull(), check => check.Writer.ShouldBe(WriterKind.Model), check => check.Draft.ShouldBe(1));
    }

    [Fact]
    public async Task The_extractive_writer_answers_when_nothing_of_the_model_stands()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim("Le plafond de ressources est de 31 000 €.", Rule))));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Writer.ShouldBe(WriterKind.Extractive);
        written.Record.Fallback.ShouldBe(FallbackReason.Unverified);
        written.Verified.Claims[0].Text.ShouldBe(Rule);
        written.Record.Checks.Select(check => (check.Writer, check.Flaw)).ShouldContain((WriterKind.Model, ClaimFlaw.UnsupportedFact));
        written.Record.Checks.Select(check => (check.Writer, check.Flaw)).ShouldContain((WriterKind.Extractive, (ClaimFlaw?)null));
    }

    [Fact]
    public async Task No_model_is_asked_where_none_may_be()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule))));
        var ask = OverOneRule;
        ask.Question = ask.Question with { AllowsModel = false };

        var written = await ask.AsksAsync(client);

        client.Asked.ShouldBeEmpty();
        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, null));
    }

    public static TheoryData<string, FallbackReason, string> Failures() => new()
    {
        { "not reached", FallbackReason.Unavailable, "" },
        { "401", FallbackReason.Refused, "" },
        { "403", FallbackReason.Refused, "" },
        { "404", FallbackReason.Refused, "" },
        { "400", FallbackReason.Refused, "" },
        { "429", FallbackReason.Overloaded, "" },
        { "408", FallbackReason.TooSlow, "" },
        { "500", FallbackReason.Unavailable, "" },
        { "503", FallbackReason.Unavailable, "" },
        { "504", FallbackReason.TooSlow, "" },
        { "timeout", FallbackReason.TooSlow, "" },
        { "own cancellation", FallbackReason.TooSlow, "" },
        { "data", FallbackReason.Malformed, "" },
        { "data", FallbackReason.Cut, "{\"status\":" },
        { "io", FallbackReason.Cut, "{\"status\":" },
        { "json", FallbackReason.Malformed, "" },
        { "strange", FallbackReason.Unavailable, "" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_client_throws_the_extractive_writer_answers_and_says_why(string failure, FallbackReason expected, string said)
    {
        Exception exception = failure switch
        {
            "not reached" => new HttpRequestException("no such host"),
            "timeout" => new TimeoutException("stalled"),
            "own cancellation" => new TaskCanceledException("the client's own limit"),
            "data" => new InvalidDataException("cut"),
            "io" => new IOException("reset"),
            "json" => new System.Text.Json.JsonException("no JSON"),
            "strange" => new InvalidCastException("a client's own mistake"),
            _ => new HttpRequestException("server", null, (HttpStatusCode)int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
        };
        using var late = new ToldChatClient(ToldChatClient.Fails(exception, said));
        var gate = new CountingGate();
        var ask = OverOneRule;
        ask.Gate = gate;

        var written = await ask.AsksAsync(late);

        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, expected));
        written.Verified.Claims[0].Text.ShouldBe(Rule);
        gate.Spent.ShouldHaveSingleItem().Failure.ShouldBe(expected);
        written.Record.Calls.ShouldHaveSingleItem().Said.ShouldBe(said);
        if (said.Length == 0)
        {
            using var atOnce = new ToldChatClient(ToldChatClient.FailsAtOnce(exception));
            (await OverOneRule.AsksAsync(atOnce)).Record.Fallback.ShouldBe(expected);
        }
    }

    public static TheoryData<string, string?, FallbackReason> Ends() => new()
    {
        { "whole", "length", FallbackReason.Cut },
        { "whole", null, FallbackReason.Cut },
        { "whole", "content_filter", FallbackReason.Filtered },
        { "whole", "tool_calls", FallbackReason.Malformed },
        { "", "stop", FallbackReason.Malformed },
        { "Le plafond est de 27 141 euros.", "stop", FallbackReason.Malformed },
        { "half", "stop", FallbackReason.Cut },
        { "{\"status\":\"answered\",\"claims\":[]}", "stop", FallbackReason.Malformed },
        { "{\"title\":\"Questionnaire\"}", "stop", FallbackReason.Malformed },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_answer_that_did_not_end_well_is_none(string said, string? finish, FallbackReason expected)
    {
        var whole = Answer(Claim(Good, Rule));
        var text = said switch
        {
            "whole" => whole,
            // Its first claim is whole; what is cut off may be the exception.
            "half" => whole[..^30] + ",{\"kind\":\"exception\",\"text\":\"Par dér",
            _ => said,
        };
        using var client = new ToldChatClient(ToldChatClient.Ends(text, finish is null ? null : new ChatFinishReason(finish)));

        var written = await OverOneRule.AsksAsync(client);

        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, expected));
        written.Verified.Claims.ShouldAllBe(claim => claim.Text != Good);
    }

    [Fact]
    public async Task A_refusal_counts_as_filtered()
    {
        using var client = new ToldChatClient(ToldChatClient.Refuses("I can't help with that."));

        (await OverOneRule.AsksAsync(client)).Record.Fallback.ShouldBe(FallbackReason.Filtered);
    }

    [Theory]
    [InlineData(FallbackReason.SwitchedOff)]
    [InlineData(FallbackReason.BudgetSpent)]
    public async Task The_gate_is_asked_before_anything_is_said_to_the_model(FallbackReason refusal)
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule))));
        var gate = new CountingGate(refusal);
        var ask = OverOneRule;
        ask.Gate = gate;

        var written = await ask.AsksAsync(client);

        client.Asked.ShouldBeEmpty();
        gate.Spent.ShouldBeEmpty();
        written.Record.Calls.ShouldBeEmpty();
        written.Record.Fallback.ShouldBe(refusal);
    }

    [Fact]
    public async Task A_model_that_hangs_is_left_at_the_turn_s_limit_even_if_its_client_looks_at_no_token()
    {
        var asked = new TaskCompletionSource();
        using var client = new ToldChatClient(ToldChatClient.Hangs(asked.SetResult));
        var ask = OverOneRule;
        ask.Options.TurnSeconds = 20;

        var asking = ask.AsksAsync(client);
        await asked.Task;
        ask.Time.Advance(TimeSpan.FromSeconds(19));
        asking.IsCompleted.ShouldBeFalse();
        ask.Time.Advance(TimeSpan.FromSeconds(2));
        var written = await asking;

        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, FallbackReason.TooSlow));
        written.Record.Calls.ShouldHaveSingleItem().Elapsed.ShouldBe(TimeSpan.FromSeconds(21));
    }

    [Fact]
    public async Task The_caller_s_cancellation_is_no_fallback_and_what_was_spent_is_told()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new ToldChatClient(ToldChatClient.Hangs(cancellation.Cancel));
        var gate = new CountingGate();
        var ask = OverOneRule;
        ask.Gate = gate;

        await Should.ThrowAsync<OperationCanceledException>(() => ask.AsksAsync(client, cancellation.Token));

        gate.Spent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_model_that_never_stops_is_stopped()
    {
        using var client = new ToldChatClient(ToldChatClient.Rambles("Le plafond de ressources "));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Fallback.ShouldBe(FallbackReason.Cut);
        written.Record.Calls[0].Said.Length.ShouldBeLessThanOrEqualTo(50_000);
    }

    [Fact]
    public async Task A_prompt_longer_than_the_model_s_context_is_halved_and_the_smaller_size_is_remembered()
    {
        var sentences = string.Join(' ', Enumerable.Range(1, 120).Select(number => $"Le point {number} du plafond de ressources est précisé par la caisse."));
        var ask = new AskWithModel(new RuleBook().Section("Titre I").Paragraph($"{Rule} {sentences}"));
        var tooLong = ToldChatClient.Fails(new HttpRequestException("too long", null, HttpStatusCode.RequestEntityTooLarge));
        using var client = new ToldChatClient(tooLong, tooLong, ToldChatClient.Says(Answer(Claim(Good, Rule))));
        var model = ask.Model(client);

        var first = await ask.AsksAsync(model);
        await ask.AsksAsync(model);
        ask.Time.Advance(TimeSpan.FromHours(2));
        await ask.AsksAsync(model);

        first.Record.Writer.ShouldBe(WriterKind.Model);
        first.Record.Calls.Select(call => call.Failure).ShouldBe([FallbackReason.Refused, FallbackReason.Refused, null]);
        var lengths = client.Asked.Select(asked => asked[1].Text.Length).ToArray();
        lengths[1].ShouldBeLessThan((lengths[0] / 2) + 200);
        lengths[2].ShouldBeLessThan((lengths[1] / 2) + 200);
        lengths[3].ShouldBe(lengths[2]);
        lengths[4].ShouldBe(lengths[0]);
        client.Asked[2][1].Text.ShouldContain("caisse.\n</passage>");
    }

    [Fact]
    public async Task An_answer_cut_where_the_context_ends_is_tried_once_more_with_half_of_the_passages()
    {
        var sentences = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"Le point {number} du plafond de ressources est précisé par la caisse."));
        var ask = new AskWithModel(new RuleBook().Section("Titre I").Paragraph($"{Rule} {sentences}"));
        using var client = new ToldChatClient(ToldChatClient.Ends("{\"status\":\"answ", ChatFinishReason.Length, 40), ToldChatClient.Ends("{\"status\":\"answ", ChatFinishReason.Length, 40));

        var written = await ask.AsksAsync(client);

        client.Asked.Count.ShouldBe(2);
        written.Record.Fallback.ShouldBe(FallbackReason.Cut);
    }

    [Fact]
    public async Task A_model_that_finds_no_answer_is_believed_where_the_evidence_is_not_strong()
    {
        using var client = new ToldChatClient(ToldChatClient.Says("""{"status":"insufficient","claims":[],"missing":["le plafond"],"followUps":[]}"""));
        var ask = OverOneRule;
        ask.Options.StrongEvidence = 5;

        var written = await ask.AsksAsync(client);

        written.Verified.Answers.ShouldBeFalse();
        written.WroteNothing.ShouldBeTrue();
        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Model, null));
    }

    [Fact]
    public async Task Where_the_evidence_is_strong_the_extractive_writer_is_asked_all_the_same()
    {
        using var client = new ToldChatClient(ToldChatClient.Says("""{"status":"insufficient","claims":[]}"""));
        var ask = OverOneRule;
        ask.Options.StrongEvidence = 0;

        var written = await ask.AsksAsync(client);

        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, FallbackReason.FoundNothing));
        written.Verified.Claims[0].Text.ShouldBe(Rule);
    }

    [Fact]
    public async Task Where_claims_fell_and_nothing_stands_in_for_them_the_abstention_is_not_for_lack_of_evidence()
    {
        var ask = new AskWithModel(new RuleBook().Section("Titre I").Paragraph("Sans objet."));
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule))));

        var written = await ask.AsksAsync(client);

        written.Verified.Answers.ShouldBeFalse();
        written.WroteNothing.ShouldBeFalse();
        written.Record.Fallback.ShouldBe(FallbackReason.Unverified);
    }
}
