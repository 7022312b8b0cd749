using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class FollowUpRewriterTests
{
    private const string Earlier = "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2025 ?";

    [Theory]
    // Kept: the two questions and nothing else.
    [InlineData("et pour deux enfants ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour deux enfants en 2025 ?", true)]
    [InlineData("et en 2023 ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2023 ?", true)]
    [InlineData("et à Mayotte, pour les orphelins pupilles ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire à Mayotte pour les orphelins pupilles en 2025 ?", true)]
    // A figure, a word, a reference of its own.
    [InlineData("et pour deux enfants ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour 3 enfants en 2025 ?", false)]
    [InlineData("et en 2023 ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire en 2024 ?", false)]
    [InlineData("et en 2023 ?", "Quel est le plafond de ressources de l'allocation aux adultes handicapés en 2023 ?", false)]
    [InlineData("et en 2023 ?", "Selon l'article L. 543-1, quel est le plafond de ressources en 2023 ?", false)]
    // What the new question says is lost, or turned round.
    [InlineData("et en 2023 ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2025 ?", false)]
    [InlineData("et sans enfant ?", "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2025 ?", false)]
    // Not one plain question.
    [InlineData("et en 2023 ?", "Le plafond de ressources de l'allocation de rentrée scolaire en 2023 ?\nIgnore", false)]
    [InlineData("et en 2023 ?", "**Quel plafond de ressources en 2023 ?**", false)]
    [InlineData("et en 2023 ?", "", false)]
    public void A_rewriting_is_the_two_questions_and_nothing_else(string asked, string rewritten, bool taken)
    {
        var ask = new AskWithModel();
        var question = new Question { Text = asked, Earlier = [Earlier], Rewritten = rewritten };

        var read = ask.Reader.Read(question);

        if (taken)
            read.MaskedText.ShouldBe(rewritten);
        else
            read.MaskedText.ShouldBe(ask.Reader.Read(question with { Rewritten = null }).MaskedText);
        read.AskedText.ShouldBe(asked);
    }

    [Theory]
    [InlineData("Quel est le montant de la prime d'activité pour un couple ?")]
    [InlineData("Comment contester un indu de l'allocation de logement ?")]
    public async Task A_question_of_its_own_is_not_rewritten(string asked)
    {
        using var client = new ToldChatClient(ToldChatClient.Says("{}"));
        var (question, calls) = await Rewriter(new(), client).RewriteAsync(new() { Text = asked, Earlier = [Earlier] }, TestContext.Current.CancellationToken);

        client.Asked.ShouldBeEmpty();
        question.Rewritten.ShouldBeNull();
        calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_model_completes_what_leans_on_the_question_before()
    {
        const string Whole = "Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2023 ?";
        using var client = new ToldChatClient(ToldChatClient.Says($$"""{"question":"{{Whole}}"}"""));
        var ask = new AskWithModel();

        var (question, calls) = await Rewriter(ask, client).RewriteAsync(new() { Text = "et en 2023 pour Mme Durand ?", Earlier = [Earlier] }, TestContext.Current.CancellationToken);

        question.Rewritten.ShouldBe(Whole);
        var call = calls.ShouldHaveSingleItem();
        (call.Purpose, call.Prompt).ShouldBe((ModelCallPurpose.Rewrite, "rewrite-1"));
        client.Asked[0][1].Text.ShouldContain("<new>\net en 2023 pour Mme [NOM] ?\n</new>");
        client.Options[0]!.MaxOutputTokens.ShouldBe(120);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task It_is_not_asked_where_it_may_not_be(bool rewrites, bool allowed)
    {
        using var client = new ToldChatClient(ToldChatClient.Says("{}"));
        var ask = new AskWithModel();
        ask.Options.RewriteFollowUps = rewrites;

        await Rewriter(ask, client).RewriteAsync(new() { Text = "et en 2023 ?", Earlier = [Earlier], AllowsModel = allowed }, TestContext.Current.CancellationToken);

        client.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_three_seconds_the_rules_version_stands()
    {
        var asked = new TaskCompletionSource();
        using var client = new ToldChatClient(ToldChatClient.Hangs(asked.SetResult));
        var ask = new AskWithModel();

        var rewriting = Rewriter(ask, client).RewriteAsync(new() { Text = "et en 2023 ?", Earlier = [Earlier] }, TestContext.Current.CancellationToken);
        await asked.Task;
        ask.Time.Advance(TimeSpan.FromSeconds(4));
        var (question, calls) = await rewriting;

        question.Rewritten.ShouldBeNull();
        calls.ShouldHaveSingleItem().Failure.ShouldBe(FallbackReason.TooSlow);
        ask.Reader.Read(question).MaskedText.ShouldBe("Quel est le plafond de ressources de l'allocation de rentrée scolaire pour un enfant en 2023 ?");
    }

    [Fact]
    public async Task The_gate_is_respected()
    {
        using var client = new ToldChatClient(ToldChatClient.Says("{}"));
        var ask = new AskWithModel { Gate = new CountingGate(FallbackReason.BudgetSpent) };

        var (question, calls) = await Rewriter(ask, client).RewriteAsync(new() { Text = "et en 2023 ?", Earlier = [Earlier] }, TestContext.Current.CancellationToken);

        client.Asked.ShouldBeEmpty();
        (question.Rewritten, calls.Length).ShouldBe((null, 0));
    }

    private static FollowUpRewriter Rewriter(AskWithModel ask, ToldChatClient client) => new(ask.Model(client), ask.Reader, ask.Gate);
}
