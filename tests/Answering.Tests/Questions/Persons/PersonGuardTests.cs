using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Questions.Persons;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Tests.Questions.Persons;

public sealed class PersonGuardTests(ITestOutputHelper output)
{
    private readonly PersonalDataMask _mask = new(Options.Create(new PrivacyOptions()));

    [Theory]
    [InlineData("person-questions.txt", true)]
    [InlineData("rule-questions.txt", false)]
    public void Tells_a_decision_on_a_person_from_a_rule(string file, bool decides)
    {
        var questions = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "tests", "Answering.Tests", "Questions", "Persons", file));
        questions.Length.ShouldBeGreaterThanOrEqualTo(150);

        var wrong = questions.Where(question => Judge(question).DecisionOnPerson != decides).ToArray();

        output.WriteLine($"{file}: {questions.Length - wrong.Length} of {questions.Length} right");
        foreach (var question in wrong)
            output.WriteLine($"{Judge(question).Reason} {_mask.Mask(question)}");
        (1 - ((double)wrong.Length / questions.Length)).ShouldBeGreaterThanOrEqualTo(
            0.97, string.Join('\n', wrong.Select(question => $"{Judge(question).Reason} {_mask.Mask(question)}")));
    }

    [Theory]
    [InlineData("Mme Dupont a-t-elle droit à l'AAH ?", PersonReason.NamedPerson)]
    [InlineData("mon allocataire touche 1 200 € et a 2 enfants, peut-il avoir la prime d'activité ?", PersonReason.DescribedCase)]
    [InlineData("ai-je droit à l'AAH ?", PersonReason.FirstPerson)]
    [InlineData("dois-je rejeter le dossier de ce monsieur ?", PersonReason.DecisionAsked)]
    [InlineData("Quel formulaire pour Mme Durand qui demande la réversion ?", PersonReason.NothingDecided)]
    [InlineData("Un assuré en ALD a-t-il droit à l'exonération ?", PersonReason.GeneralRule)]
    [InlineData("Plafond de ressources de la CSS", PersonReason.NoPerson)]
    public void Says_why(string question, PersonReason reason) => Judge(question).Reason.ShouldBe(reason);

    private PersonJudgement Judge(string question) => PersonGuard.Judge(_mask.Mask(question));
}
