using AgentHelpdesk.Answering.Grounding;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>The line read aloud, where a model wrote the claims: its words are the claim's, its citations those the words rely on.</summary>
public sealed class ModelFirstLineTests
{
    [Fact]
    public async Task A_short_claim_is_the_line()
    {
        var line = await LineAsync(Answer(Claim("Le plafond de ressources est de 27 141 € pour un enfant.", Rule)));

        line.Text.ShouldBe("Le plafond de ressources est de 27 141 € pour un enfant.");
        line.IsWholeClaim.ShouldBeTrue();
        line.Citations.ShouldBe([1]);
    }

    [Fact]
    public async Task The_figure_asked_for_may_stand_in_a_later_claim()
    {
        var line = await LineAsync(Answer(
            Claim("Le plafond de ressources est fixé pour un enfant.", Rule), Claim("Il est fixé à 27 141 euros.", "est fixé à 27 141 euros")));

        line.Text.ShouldBe("Il est fixé à 27 141 euros.");
        line.Claim.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_claim_with_several_quotes_the_line_cites_the_one_that_states_its_figure()
    {
        var claim = $$"""{"kind":"rule","text":"La demande faite, le plafond de ressources est de 27 141 €.","quotes":[{"passage":1,"quote":"{{Procedure}}"},{"passage":1,"quote":"{{Rule}}"}]}""";
        var (line, written) = await WithAnswerAsync(Answer(claim));

        line.Citations.ShouldHaveSingleItem();
        written.Verified.Citations[line.Citations[0] - 1].Quote.ShouldContain("27 141");
    }

    private static async Task<FirstLine> LineAsync(string said) => (await WithAnswerAsync(said)).Line;

    private static async Task<(FirstLine Line, WrittenAnswer Written)> WithAnswerAsync(string said)
    {
        using var client = new ToldChatClient(ToldChatClient.Says(said));
        var ask = OverOneRule;
        var written = await ask.AsksAsync(client);
        written.Record.Writer.ShouldBe(WriterKind.Model);
        return (FirstLineFinder.Find(await ask.RetrieveAsync(), written.Verified), written);
    }
}
