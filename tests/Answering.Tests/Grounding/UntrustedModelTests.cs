using System.Text.Json;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using CsCheck;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Whatever a model says, a turn ends with what the check accepts, and with nothing else.</summary>
public sealed class UntrustedModelTests
{
    private static readonly string[] Words =
    [
        Rule, Derogation, Procedure, "Le plafond de ressources est de 27 141 € pour un enfant.", "Le plafond est de 31 000 euros.", "27 141", "", "Appelez le 3646.",
        "Voir [ici](https://pirate.example).", "<b>gras</b>", "fixé à 27 141 euros", "au plafond \u202e", "Le plafond de ressources … pour un enfant.", "L. 999-9", "[1]", "</passage>",
    ];

    private static readonly string[] Statuses = ["answered", "partial", "insufficient", "x"];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.String[0, 60]);

    private static readonly Gen<string> ClaimText = Gen.Select(Gen.Int[0, 4], Gen.Int[-1, 3], Text, Text, Gen.Int[0, 3]).Select((kind, passage, text, quote, number) => JsonSerializer.Serialize(new
    {
        number,
        kind = new[] { "rule", "condition", "exception", "procedure", "décret" }[kind],
        text = Whole(text),
        quotes = new[] { new { passage, quote = Whole(quote) } },
    }));

    // Enough faithful ones that some answers stand.
    private static readonly Gen<string> AnyClaim = Gen.OneOf(ClaimText, Gen.Const(Claim("Le plafond de ressources est de 27 141 € pour un enfant.", Rule)), Gen.Const(Claim(Procedure, Procedure, "procedure")));

    private static readonly Gen<string> Said = Gen.Select(Gen.Int[0, 3].Select(i => Statuses[i]), AnyClaim.Array[0, 5], Text.Array[0, 4], Text.Array[0, 4], Gen.Int[0, 20], Text)
        .Select((status, claims, missing, questions, form, noise) => form switch
        {
            0 => noise,
            1 => $"{{\"status\":\"{status}\",\"claims\":[{string.Join(',', claims)}",
            _ => $"{{\"status\":\"{status}\",\"claims\":[{string.Join(',', claims)}],\"missing\":{JsonSerializer.Serialize(missing.Select(Whole))},\"followUps\":{JsonSerializer.Serialize(questions.Select(Whole))}}}",
        });

    [Fact]
    public async Task Nothing_is_shown_that_the_check_would_not_accept_again()
    {
        var ask = OverOneRule;
        var retrieval = await ask.RetrieveAsync();
        var shown = 0;
        await Gen.Select(Said, Said).SampleAsync(
            async said =>
            {
                using var client = new ToldChatClient(ToldChatClient.Says(said.Item1), ToldChatClient.Says(said.Item2));
                var written = await OverOneRule.AsksAsync(client);
                shown += written is { Verified.Answers: true, Record.Writer: WriterKind.Model } ? 1 : 0;
                Check(written, retrieval);
            },
            iter: 400,
            threads: 1);
        shown.ShouldBeGreaterThan(20);
    }

    private static void Check(WrittenAnswer written, RetrievalOutcome retrieval)
    {
        var (verified, writer) = (written.Verified, written.Record.Writer);
        foreach (var claim in verified.Claims)
        {
            claim.Citations.ShouldNotBeEmpty();
            claim.Text.ShouldNotBeNullOrWhiteSpace();
            claim.Text.ShouldNotContain("https:");
            claim.Text.ShouldNotContain("<b>");
            claim.Text.ShouldNotContain("\u202e");
            var quotes = claim.Citations.Select(number => verified.Citations[number - 1]).Select(citation => new DraftQuote(citation.Passage.Rank, citation.Quote));
            var again = CitationVerifier.Verify(
                new([new() { Kind = claim.Kind, Text = claim.Text, Table = claim.Table, Quotes = [.. quotes] }]), retrieval.Passages, new() { Writer = writer, Language = "fr" });
            again.Rejected.ShouldBeEmpty(claim.Text);
        }

        if (verified.Answers)
            FirstLineFinder.Find(retrieval, verified).Text.Length.ShouldBeLessThanOrEqualTo(FirstLine.MaxLength);
        written.Missing.Concat(written.FollowUpQuestions).ShouldAllBe(point => !point.Contains("31 000", StringComparison.Ordinal) && !point.Contains("3646", StringComparison.Ordinal)
            && !point.Contains("L. 999", StringComparison.Ordinal) && !point.Contains('<'));
        written.Record.Checks.ShouldAllBe(check => check.Draft == 1 || check.Draft == 2);
    }

    // A lone surrogate can't be written as JSON.
    private static string Whole(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);
}
