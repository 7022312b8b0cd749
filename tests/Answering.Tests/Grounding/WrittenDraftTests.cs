using System.Text.Json;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TestKit;
using CsCheck;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Models without a form, and servers that don't hold them to one.</summary>
public sealed class WrittenDraftTests
{
    private const string Flat = """{"status":"answered","claims":[{"kind":"rule","text":"Le plafond.","passage":2,"quote":"le plafond"}]}""";

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Voici la réponse :\n{0}\nJ'espère que cela aide {{:-)}}.")]
    [InlineData("<think>{{\"status\":\"insufficient\",\"claims\":[]}} hmm</think>{0}")]
    [InlineData("{{\"answer\":{0}}}")]
    [InlineData("{{ceci n'est pas du JSON}} {0}")]
    [InlineData("{0}<|im_end|>\n<|im_start|>user\n{{\"status\":\"insufficient\",\"claims\":[]}}")]
    public void The_object_is_found_in_what_stands_around_it(string around)
    {
        var draft = WrittenDraft.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, around, Flat), out _).ShouldNotBeNull();

        draft.Status.ShouldBe(WrittenStatus.Answered);
        var claim = draft.Claims.ShouldHaveSingleItem();
        claim.Text.ShouldBe("Le plafond.");
        claim.Quotes.ShouldBe([new WrittenQuote(2, "le plafond")]);
    }

    [Theory]
    [InlineData("""{"claims":[{"text":"T","passage":"2","quote":"q"},],}""")]
    [InlineData("""{"claims":[{"text":"T","passage":"[2]","quote":["q"]}]}""")]
    [InlineData("""{"claims":[{"text":"T","passage":2.0,"quotes":"q"}]}""")]
    [InlineData("""{"claims":[{"text":"T","passage":[2],"quote":"q"}]}""")]
    [InlineData("""{"claims":[{"text":"T","quotes":[{"passage":"passage 2","quote":"q"},{"passage":3,"quote":null}]}]}""")]
    [InlineData("""{"Claims":{"TEXT":"T","Passage":2,"Quote":"q"},"missing":null,"follow_ups":"x"}""")]
    [InlineData("""{"status":"ANSWERED","claims":[{"kind":"vérité","text":"T","quotes":[{"passage":2,"text":"q"}]}] /* fin */, "more": 1}""")]
    public void Types_and_names_may_be_other_than_asked_for(string said)
    {
        var claim = WrittenDraft.Read(said, out _).ShouldNotBeNull().Claims.ShouldHaveSingleItem();

        claim.Text.ShouldBe("T");
        claim.Quotes.ShouldBe([new WrittenQuote(2, "q")]);
    }

    [Fact]
    public void A_line_feed_inside_a_string_is_read_as_a_space() =>
        WrittenDraft.Read("{\"claims\":[{\"text\":\"un\ndeux\",\"passage\":1,\"quote\":\"q\"}]}", out _)!.Claims[0].Text.ShouldBe("un deux");

    [Theory]
    [InlineData("", FallbackReason.Malformed)]
    [InlineData("Le plafond de ressources pour un enfant est deux.", FallbackReason.Malformed)]
    [InlineData("null", FallbackReason.Malformed)]
    [InlineData("[1,2,3]", FallbackReason.Malformed)]
    [InlineData("{\"title\":\"Questionnaire\",\"content\":\"Questionnaire\"}", FallbackReason.Malformed)]
    [InlineData("{\"status\":\"answered\",\"claims\":[{\"text\":\"entière\",\"passage\":1,\"quote\":\"q\"},{\"text\":\"cou", FallbackReason.Cut)]
    [InlineData("{{{{{{{{", FallbackReason.Malformed)]
    public void What_has_no_readable_form_is_told_apart_from_what_was_cut(string said, FallbackReason expected)
    {
        WrittenDraft.Read(said, out var failure).ShouldBeNull();

        failure.ShouldBe(expected);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_deep_nesting_are_no_reason_to_fail()
    {
        WrittenDraft.Read("{\"claims\":[{\"text\":\"\\ud83d\",\"passage\":1,\"quote\":\"\\udc00\"}]}", out _)!.Claims.ShouldBeEmpty();
        WrittenDraft.Read(string.Concat(Enumerable.Repeat("{\"claims\":[", 10_000)), out _).ShouldBeNull();
        WrittenDraft.Read(new string('{', 100_000), out _).ShouldBeNull();
    }

    [Fact]
    public void Of_a_huge_answer_only_the_first_claims_are_read()
    {
        var many = string.Join(',', Enumerable.Range(1, 5_000).Select(number => $$"""{"text":"Règle {{number}}","passage":{{number}},"quote":"q"}"""));

        WrittenDraft.Read($"{{\"claims\":[{many}]}}", out _)!.Claims.Length.ShouldBe(24);
    }

    [Fact]
    public void No_text_makes_the_reading_throw() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["{}[]\":,\\ u0dfclaimstexquopg\n0123456789.-/*"], 0, 200],
        Gen.Select(Gen.Int[0, Flat.Length], Gen.String[Gen.Char["{}[]\":,\\"], 0, 3], (at, noise) => Flat[..at] + noise + Flat[at..])).Sample(
        text =>
        {
            if (WrittenDraft.Read(text, out var failure) is null)
                failure.ShouldNotBeNull();
        },
        iter: 20_000);

    [Fact]
    public void Objects_of_any_shape_are_read_without_a_throw()
    {
        var value = Gen.Recursive<string>((depth, inner) => depth > 3 ? OneOf("null", "true", "12", "-3.5", "\"[1]\"", "\"\\ud800\"", "{}", "[]") : Gen.OneOf(
            OneOf("null", "true", "12", "1e400", "\"Le plafond\"", "\"\\ud800\""),
            inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(OneOf("status", "claims", "text", "passage", "quote", "quotes", "kind", "missing", "followUps", "number", "x"), inner).Array[0, 5]
                .Select(pairs => $"{{{string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}")));

        value.Sample(text => WrittenDraft.Read($"{{\"status\":\"answered\",\"claims\":{text}}}", out _), iter: 10_000);
    }

    [Fact]
    public async Task What_tiny_models_really_said_leads_to_a_fallback_or_an_abstention_and_never_to_a_claim()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var said = Directory.GetFiles(SharedFolder.Combine("captures", "openai"), "llama-*.jsonl").SelectMany(File.ReadLines).SelectMany(Said).ToArray();
        said.Length.ShouldBeGreaterThan(20);

        foreach (var (text, finish) in said)
        {
            using var client = new ToldChatClient(ToldChatClient.Ends(text, new(finish)));
            var written = await OverOneRule.AsksAsync(client);
            if (written.Record.Writer is WriterKind.Model)
                written.WroteNothing.ShouldBeTrue(text);
            else
                written.Record.Fallback.ShouldNotBeNull(text);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static IEnumerable<(string Text, string Finish)> Said(string line)
    {
        using var call = JsonDocument.Parse(line);
        if (!call.RootElement.TryGetProperty("response", out var response) || !response.TryGetProperty("choices", out var choices))
            return [];
        return [.. choices.EnumerateArray().Where(choice => choice.TryGetProperty("message", out _))
            .Select(choice => (choice.GetProperty("message").GetProperty("content").GetString() ?? "", choice.GetProperty("finish_reason").GetString() ?? "stop"))];
    }
}
