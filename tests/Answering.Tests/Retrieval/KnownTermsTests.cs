using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Tests.Retrieval;

public sealed class KnownTermsTests
{
    [Fact]
    public void A_text_has_the_same_terms_however_often_and_after_whatever_else_it_is_read()
    {
        var known = new KnownTerms(mostCharacters: 200);
        var texts = Enumerable.Range(0, 60).Select(i => $"L'indemnité journalière n° {i} est versée à l'assurée du régime {i % 7}.").ToArray();

        for (var round = 0; round < 3; round++)
        {
            foreach (var text in texts)
                known.Of(text).ShouldBe(FrenchAnalyzer.Analyze(text).Select(token => token.Term));
        }
    }

    [Fact]
    public void What_is_asked_for_again_and_again_is_not_read_again()
    {
        var known = new KnownTerms(mostCharacters: 10_000);
        const string Text = "Le délai de carence est de trois jours.";
        var first = known.Of(Text);

        for (var i = 0; i < 2_000; i++)
        {
            known.Of($"Un autre texte, le numéro {i}, qui prend de la place.");
            if (i % 20 == 0)
                known.Of(Text).ShouldBeSameAs(first);
        }
    }

    [Fact]
    public void What_nobody_asks_for_any_more_is_let_go()
    {
        var known = new KnownTerms(mostCharacters: 1_000);
        const string Text = "Le délai de carence est de trois jours.";
        var first = known.Of(Text);

        for (var i = 0; i < 200; i++)
            known.Of($"Un autre texte, le numéro {i}, qui prend de la place.");

        known.Of(Text).ShouldNotBeSameAs(first);
    }
}
