using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.EndToEnd.Talk;

/// <summary>Chains of questions over the sample documents: what a follow-up leans on decides which words answer.</summary>
public sealed class SampleFollowUpTests(SampleTalk talk) : IClassFixture<SampleTalk>
{
    [Theory]
    // Another date, another revision.
    [InlineData("53,90 €", "Quel est le montant mensuel du supplément pour enfant à charge ?")]
    [InlineData("52,30 €", "Quel est le montant mensuel du supplément pour enfant à charge ?", "et en 2025 ?")]
    [InlineData("53,90 €", "Quel est le montant mensuel du supplément pour enfant à charge ?", "et en 2025 ?", "et en mars 2026 ?")]
    // Another aim, the same allowance; then another date on top.
    [InlineData("trois jours", "Quel est le montant journalier de l'indemnité de gros temps ?", "et le délai de carence ?")]
    [InlineData("cinq jours", "Quel est le montant journalier de l'indemnité de gros temps ?", "et le délai de carence ?", "et en 2022 ?")]
    [InlineData("quinze jours", "montant journalier IGT", "et le délai de demande ?")]
    // Another topic, the same aim.
    [InlineData("690 €", "Quel est le montant mensuel du supplément pour enfant à charge ?", "et de l'allocation de morte-saison ?")]
    // A question of its own between two others leans on nothing.
    [InlineData("cent cinquante-deux trimestres", "Quel est le montant journalier de l'indemnité de gros temps ?", "combien de trimestres pour le taux plein ?")]
    public async Task The_last_question_is_answered_as_it_was_meant(string expected, params string[] questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        Answer? answer = null;
        foreach (var question in questions)
        {
            var earlier = answer is null ? [] : new[] { answer.UnderstoodAs ?? answer.MaskedQuestion };
            answer = await talk.Helpdesk.AskAsync(new Question { Text = question, Earlier = [.. earlier] }, TestContext.Current.CancellationToken);
        }

        var grounded = answer.ShouldBeOfType<Answer.Grounded>($"understood as '{answer!.UnderstoodAs}'");
        string.Join('\n', grounded.Claims.Select(claim => claim.Text)).ShouldContain(expected, Case.Sensitive, $"understood as '{answer.UnderstoodAs}'");
    }

    [Fact]
    public async Task The_words_searched_are_those_of_the_completed_question()
    {
        var answer = await talk.Helpdesk.AskAsync(
            new Question { Text = "et en 2022 ?", Earlier = ["Quel est le délai de carence de l'indemnité de gros temps ?"] }, TestContext.Current.CancellationToken);

        answer.MaskedQuestion.ShouldBe("et en 2022 ?");
        answer.UnderstoodAs.ShouldBe("Quel est le délai de carence de l'indemnité de gros temps en 2022 ?");
        answer.SearchedTerms.ShouldContain("carence");
        answer.AsOf.ShouldBe(Knowledge.Documents.AsOf.Year(2022));
    }
}
