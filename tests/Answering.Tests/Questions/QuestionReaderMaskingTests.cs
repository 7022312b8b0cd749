using System.Text.Json;
using AgentHelpdesk.Answering.Questions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Questions;

public sealed class QuestionReaderMaskingTests
{
    [Fact]
    public void Nothing_that_is_understood_of_a_question_holds_what_was_masked()
    {
        var reader = new QuestionReader(
            new FakeTimeProvider(), Options.Create(new AnsweringOptions()), new(Options.Create(new PrivacyOptions { MemberNumberPatterns = ["KX[0-9]+"] })));

        var understood = reader.Read(new()
        {
            Text = "Et pour Mme Kowalczyk, née le 12/03/1985, 2 69 05 2A 004 012 07, 06 12 34 56 78, KX778899 ?",
            Earlier = ["M. Szymanski (szymanski@exemple.fr) a-t-il droit à l'AAH ?"],
        });

        var all = JsonSerializer.Serialize(understood);
        foreach (var personal in new[] { "kowalczyk", "szymanski", "12/03", "2A 004", "34 56", "KX778899" })
            all.ShouldNotContain(personal, Case.Insensitive);
        understood.ConcernsPerson.ShouldBeTrue();
        understood.Aims.HasFlag(QuestionAims.Conditions).ShouldBeTrue();
    }
}
