using AgentHelpdesk.Answering.Grounding;
using Microsoft.Extensions.AI;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class RepairTests
{
    private const string Good = "Le plafond de ressources est de 27 141 € pour un enfant.";
    private const string Wrong = "Le plafond de ressources est de 31 000 € pour un enfant.";
    private const string Address = "La demande est adressée à la caisse avant le 31 juillet.";

    [Fact]
    public async Task A_claim_that_failed_is_repaired_once_and_the_others_stay()
    {
        using var client = new ToldChatClient(
            ToldChatClient.Says(Answer(Claim(Wrong, Rule), Claim(Address, Procedure, "procedure"))),
            ToldChatClient.Says(Answer(Claim(Good, Rule, number: 1))));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Verified.Claims.Select(claim => claim.Text).ShouldBe([Good, Address]);
        written.Verified.Rejected.ShouldBeEmpty();
        written.Record.Calls.Select(call => (call.Purpose, call.Prompt)).ShouldBe([(ModelCallPurpose.Answer, "answer-1"), (ModelCallPurpose.Repair, "repair-1")]);
        written.Record.Checks.Select(check => (check.Draft, check.Flaw)).ShouldBe(
            [(1, ClaimFlaw.UnsupportedFact), (1, null), (2, null), (2, null)]);
    }

    [Fact]
    public async Task The_model_is_told_which_claim_failed_and_why_and_nothing_of_other_reasons()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Address, Procedure, "procedure"), Claim(Wrong, Rule))), ToldChatClient.Says("{}"));

        await OverOneRule.AsksAsync(client);

        var messages = client.Asked[1];
        messages.Select(message => message.Role).ShouldBe([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User]);
        messages.Take(2).Select(message => message.Text).ShouldBe(client.Asked[0].Select(message => message.Text));
        messages[3].Text.ShouldContain("claim 1: UnsupportedFact");
        messages[3].Text.ShouldContain("- UnsupportedFact:");
        messages[3].Text.ShouldNotContain("QuoteStitched");
        messages[3].Text.ShouldNotContain("claim 2");
        messages[2].Text.ShouldContain("31 000 €");
    }

    [Fact]
    public async Task What_fails_again_is_dropped_with_its_reason_and_what_stands_is_shown()
    {
        using var client = new ToldChatClient(
            ToldChatClient.Says(Answer(Claim(Good, Rule), Claim("La demande est adressée avant le 30 juin.", Procedure, "procedure"))),
            ToldChatClient.Says(Answer(Claim("La demande est adressée avant le 1er juin.", Procedure, "procedure", number: 2))));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Good);
        written.Verified.Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.UnsupportedFact);
        client.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(UnprovenClaims.Drop, false)]
    [InlineData(UnprovenClaims.Show, true)]
    public async Task The_policy_says_whether_dropped_claims_are_shown_apart(UnprovenClaims policy, bool shown)
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule), Claim("La demande est adressée avant le 30 juin.", Procedure, "procedure"))));
        var ask = OverOneRule;
        ask.Options.Unproven = policy;

        (await ask.AsksAsync(client)).ShowsDropped.ShouldBe(shown);
    }

    [Fact]
    public async Task A_repair_without_numbers_takes_the_places_in_order()
    {
        using var client = new ToldChatClient(
            ToldChatClient.Says(Answer(Claim(Wrong, Rule), Claim("La demande est adressée avant le 30 juin.", Procedure, "procedure"))),
            ToldChatClient.Says($$"""{"claims":[{"text":"{{Good}}","passage":1,"quote":"{{Rule}}"},{"text":"{{Address}}","passage":"1","quote":"{{Procedure}}"}]}"""));

        var written = await OverOneRule.AsksAsync(client);

        written.Verified.Claims.Select(claim => (claim.Kind, claim.Text)).ShouldBe([(ClaimKind.Rule, Good), (ClaimKind.Procedure, Address)]);
    }

    [Fact]
    public async Task The_gate_may_refuse_the_repair_and_what_stood_is_shown_all_the_same()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(Claim(Good, Rule), Claim("La demande est adressée avant le 30 juin.", Procedure, "procedure"))));
        var ask = OverOneRule;
        ask.Gate = new CountingGate(null, FallbackReason.BudgetSpent);

        var written = await ask.AsksAsync(client);

        client.Asked.ShouldHaveSingleItem();
        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Model, null));
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Good);
    }

    [Fact]
    public async Task A_repair_that_fails_leaves_what_stood()
    {
        using var client = new ToldChatClient(
            ToldChatClient.Says(Answer(Claim(Good, Rule), Claim("La demande est adressée avant le 30 juin.", Procedure, "procedure"))),
            ToldChatClient.Fails(new TimeoutException()));

        var written = await OverOneRule.AsksAsync(client);

        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Good);
        written.Record.Calls.Select(call => call.Failure).ShouldBe([null, FallbackReason.TooSlow]);
    }

    [Fact]
    public async Task An_exception_that_does_not_stand_takes_its_rule_with_it()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(
            Claim(Good, Rule), Claim("Par dérogation, le plafond ne s'applique pas à 3 enfants confiés à un établissement.", Derogation, "exception"))));

        var written = await OverOneRule.AsksAsync(client);

        (written.Record.Writer, written.Record.Fallback).ShouldBe((WriterKind.Extractive, FallbackReason.Unverified));
        written.Record.Checks.Select(check => check.Flaw).ShouldContain(ClaimFlaw.Orphaned);
    }

    [Fact]
    public async Task An_exception_that_no_passage_knows_binds_no_rule()
    {
        using var client = new ToldChatClient(ToldChatClient.Says(Answer(
            Claim(Good, Rule), Claim("Le plafond est doublé outre-mer.", "Le plafond est doublé dans les départements d'outre-mer.", "exception"))), ToldChatClient.Says("{}"));

        var written = await OverOneRule.AsksAsync(client);

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Good);
        written.Verified.Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.QuoteInvented);
        written.Record.Checks.Select(check => check.Flaw).ShouldBe([null, ClaimFlaw.QuoteInvented]);
    }
}
