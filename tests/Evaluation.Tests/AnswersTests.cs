using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Evaluation.Answers;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class AnswersTests
{
    private static readonly string Samples = RepositoryRoot.Combine("tests", "Samples");

    private static readonly GoldEntry Page3 = new() { Document = "a.pdf", Pages = [3], Quote = "un délai de carence de trois jours s'applique" };
    private static readonly GoldEntry Page9 = new() { Document = "a.pdf", Pages = [9], Quote = "le plafond est fixé à cent euros par mois" };

    [Fact]
    public void A_citation_is_right_when_it_is_of_a_gold_page_and_a_gold_page_is_found_when_it_is_cited()
    {
        var question = new EvaluationQuestion { Id = "q", Question = "?", Kind = "k", Gold = [Page3, Page9] };
        CitationLine[] citations = [new(1, "a.pdf", [3], "Toutefois, un délai de carence de trois jours s'applique."), new(2, "a.pdf", [4], "x"), new(3, "b.pdf", [9], "y")];

        GoldCitations.Precision(question, [.. citations]).ShouldBe(1 / 3.0);
        GoldCitations.Recall(question, [.. citations]).ShouldBe(0.5);
        GoldCitations.QuoteCovered(question, [.. citations]).ShouldBe(0.5);
        GoldCitations.Recall(question with { GoldMode = "any" }, [.. citations]).ShouldBe(1);
        GoldCitations.QuoteCovered(question with { GoldMode = "any" }, [.. citations]).ShouldBe(1);
        GoldCitations.Precision(question, []).ShouldBeNull();
    }

    [Fact]
    public void A_limit_takes_questions_from_the_whole_file()
    {
        EvaluationQuestion[] questions = [.. Enumerable.Range(0, 10).Select(i => new EvaluationQuestion { Id = $"{i}", Question = "?", Kind = "k" })];

        AnswersReport.Spread([.. questions], 5).Select(question => question.Id).ShouldBe(["0", "2", "4", "6", "8"]);
        AnswersReport.Spread([.. questions], 20).Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("""{"faithful":1,"helpful":0.5,"reason":"oui"}""", 1.0)]
    [InlineData("Voici : ```json\n{\"faithful\":0,\"helpful\":0,\"reason\":\"\"}\n```", 0.0)]
    [InlineData("""{"faithful":7,"helpful":0.5,"reason":"hors bornes"}""", null)]
    [InlineData("""{"faithful":1}""", null)]
    [InlineData("je ne sais pas", null)]
    public void A_judgement_is_read_or_left_out(string said, double? faithful) =>
        ((double?)AnswerJudge.Read(said)?.Faithful).ShouldBe(faithful);

    [Fact]
    public void No_model_in_the_environment_is_said_with_the_key_to_set()
    {
        var problem = Should.Throw<InvalidDataException>(() => EvaluatedModel.Of(new ConfigurationBuilder().Build(), "Judge"));

        problem.Message.ShouldContain("Judge:Kind");
        problem.Message.ShouldContain("Judge__Endpoint");
    }

    [Fact]
    public async Task A_claim_that_does_not_follow_from_its_citations_is_seen_when_the_check_is_run_over_what_is_shown()
    {
        await using var helpdesk = await Helpdesk.OpenAsync(EvaluationCorpus.Open(Samples), new FixedDay(SampleQuestions.Today), TestContext.Current.CancellationToken);
        var answer = await helpdesk.AskAsync(new Question { Text = "carence IGT ?" }, TestContext.Current.CancellationToken);
        var grounded = answer.ShouldBeOfType<Answer.Grounded>();

        ShownClaims.Unsupported(grounded).ShouldBeEmpty();
        ShownClaims.Unsupported(grounded with { Claims = [grounded.Claims[0] with { Text = "Le délai de carence est de 47 jours." }] }).Length.ShouldBe(1);
        ShownClaims.Unsupported(grounded with { Claims = [grounded.Claims[0] with { Citations = [99] }] }).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_is_scored_with_its_fallbacks_and_a_judge_apart()
    {
        using var silent = new ScriptedChatClient((_, _) => throw new HttpRequestException("gone"));
        using var judging = new ScriptedChatClient((_, _) => """{"faithful":1,"helpful":0.5,"reason":"-"}""");
        using var folder = new TempFolder();
        var settings = new AnswersSettings
        {
            Corpus = EvaluationCorpus.Open(Samples),
            QuestionsFile = Path.Combine(Samples, "questions.jsonl"),
            OutFolder = folder.Path,
            Writer = new("écrivain", services => services.AddSingleton<IChatClient>(silent)),
            Judge = new("juge", services => services.AddSingleton<IChatClient>(judging)),
            Limit = 8,
            Today = SampleQuestions.Today,
        };

        var (summary, scores) = await AnswersReport.RunAsync(settings, TextWriter.Null, TestContext.Current.CancellationToken);

        scores.Length.ShouldBe(8);
        summary.Writer.ShouldBe("écrivain");
        summary.Judge.ShouldBe("juge, judge-1");
        summary.Fallbacks.ShouldContainKey("unavailable");
        summary.Overall.UnsupportedShown.ShouldBe(0);
        summary.Overall.Helpful.ShouldBe(0.5);
        summary.Overall.CitationRecall.ShouldNotBeNull().ShouldBeGreaterThan(0.7);
        silent.Asked.Count.ShouldBeLessThanOrEqualTo(8);
        (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "results.jsonl"), TestContext.Current.CancellationToken)).Length.ShouldBe(8);
    }
}
