using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

/// <summary>Who wrote, what was dropped and why, what stands beside the answer unproven.</summary>
public sealed class WritingRemarksTests
{
    [Fact]
    public void The_answer_says_that_a_model_wrote_it_and_that_it_was_checked()
    {
        var view = View(ByModel());

        view.Writer.ShouldBe("rédigé par un modèle, chaque phrase vérifiée");
        view.CaseNote.ShouldEndWith("Règles au 24/11/2026 · rédigé par un modèle, chaque phrase vérifiée\n");
    }

    [Theory]
    [InlineData(FallbackReason.Unavailable, "le modèle ne répond pas : extraits mot à mot")]
    [InlineData(FallbackReason.BudgetSpent, "le budget du modèle est épuisé pour aujourd’hui : extraits mot à mot")]
    [InlineData(FallbackReason.Unverified, "ce que le modèle a écrit n’a pas résisté à la vérification : extraits mot à mot")]
    public void A_fallback_says_why_no_model_wrote(FallbackReason reason, string said)
    {
        var answer = Grounded() with { Writing = new() { Writer = WriterKind.Extractive, Fallback = reason } };

        Spaces(View(answer).Writer).ShouldBe(said);
        Spaces(AnswerText.Of(View(answer))).ShouldContain(said);
    }

    [Fact]
    public void An_abstention_says_that_the_model_did_not_answer()
    {
        var answer = SomeAnswers.Abstention(AbstentionReason.CitationsUnverified) with { Writing = new() { Writer = WriterKind.Extractive, Fallback = FallbackReason.TooSlow } };

        AnswerText.Of(AnswerViewBuilder.Build(answer, Language.French)).ShouldContain("(le modèle n’a pas répondu à temps)");
    }

    [Fact]
    public void The_words_of_a_model_are_in_the_language_of_the_answer_and_those_of_the_passages_French()
    {
        View(ByModel(), Language.English).WordsLanguage.ShouldBe(Language.English);
        View(Grounded(), Language.English).WordsLanguage.ShouldBe(Language.French);
    }

    [Fact]
    public void What_was_dropped_is_said_with_its_reason_and_never_shown_by_default()
    {
        var answer = ByModel() with { Dropped = [Dropped("L'aide est de 1 200 euros.", ClaimFlaw.UnsupportedFact, "1 200 €"), Dropped("Et plus encore.", ClaimFlaw.QuoteInvented)] };

        Spaces(View(answer).Dropped!.Sentence).ShouldBe(
            "2 phrases retirées : « 1 200 € » ne figure pas dans l’extrait cité ; les mots qu’elle cite ne figurent dans aucun extrait lu.");
        foreach (var text in new[] { AnswerText.Of(View(answer)), AnswerJson.Of(answer), View(answer).CaseNote })
        {
            text.ShouldNotContain("L'aide est de");
            text.ShouldNotContain("Et plus encore");
        }

        AnswerText.Of(View(answer)).ShouldContain("2 phrases retirées");
        View(answer).CaseNote.ShouldNotContain("retirées");
    }

    [Fact]
    public void By_policy_dropped_words_are_shown_apart_as_not_sourced_and_never_in_the_case_note()
    {
        var view = View(ByModel() with { ShowsDropped = true, Dropped = [Dropped("L'aide est de 1 200 euros.", ClaimFlaw.UnsupportedFact, "1 200 €")] });

        var lines = Spaces(AnswerText.Of(view)).Split(Environment.NewLine);
        lines[Array.IndexOf(lines, "Non sourcé : à ne pas citer") + 1].ShouldBe("- L'aide est de 1 200 euros.");
        view.CaseNote.ShouldNotContain("1 200");
        Spaces(view.FirstLine.Text + string.Concat(view.Parts.SelectMany(part => part.Claims).SelectMany(claim => claim.Lines).Select(line => line.Text))).ShouldNotContain("1 200");
    }

    [Theory]
    [InlineData("Appelez le 08 10 25 31 10.")]
    [InlineData("Appelez le 0810.253.110.")]
    [InlineData("Faites le 3646.")]
    [InlineData("Faites le 36 46, touche 2.")]
    [InlineData("Écrivez à aide@caisse-truquee.fr.")]
    [InlineData("Voyez https://exemple.test/aide")]
    [InlineData("Voyez caisse-truquee.fr")]
    [InlineData("Voyez www.exemple")]
    public void No_contact_is_shown_that_no_passage_proves(string words)
    {
        var view = View(ByModel() with
        {
            ShowsDropped = true,
            Dropped = [Dropped(words, ClaimFlaw.QuoteInvented, words), Dropped("Le numéro est secret.", ClaimFlaw.UnknownContact, "08 10 25 31 10")],
            Missing = [words],
            FollowUpQuestions = [words],
        });

        view.Missing.ShouldBeEmpty();
        view.FollowUpQuestions.ShouldBeEmpty();
        view.Dropped!.Unsourced.ShouldBeEmpty();
        view.Dropped.Sentence.ShouldNotContain("10 25");
    }

    [Theory]
    [InlineData("Le plafond de 3 428 euros vaut-il en 2026 ?")]
    [InlineData("Le montant est-il de 3646 euros au 01/01/2026 ?")]
    [InlineData("Et selon l'article L. 512-1 du code ?")]
    [InlineData("Combien de jours sur les 3600 heures, au taux de 3,75 % ?")]
    public void Amounts_days_and_articles_are_no_contacts(string words) =>
        (View(ByModel() with { FollowUpQuestions = [words] }).FollowUpQuestions is [var shown] ? Spaces(shown) : "").ShouldBe(words);

    [Fact]
    public void Open_points_and_further_questions_follow_the_answer()
    {
        var view = View(ByModel() with { Missing = ["La durée de versement"], FollowUpQuestions = ["Et pour les indépendants ?", "Et pour les indépendants ?", "Un", "Deux", "Trois"] });

        view.FollowUpQuestions.Length.ShouldBe(3);
        var text = AnswerText.Of(view);
        text.ShouldContain($"Reste à vérifier{Environment.NewLine}- La durée de versement");
        text.ShouldContain($"Pour continuer{Environment.NewLine}- Et pour les indépendants");
        view.CaseNote.ShouldContain("Reste à vérifier\n- La durée de versement\n");
        view.CaseNote.ShouldNotContain("indépendants");
    }

    [Fact]
    public void Of_sources_that_differ_both_are_shown_and_which_goes_first()
    {
        var answer = SomeAnswers.Grounded([SomeAnswers.Claim()], SomeAnswers.Passage(), SomeAnswers.Passage("L'aide est de 40 euros.", "Note", rank: 2)) with
        {
            Conflicts = [new(ConflictKind.OtherFigures, 1, 2), new(ConflictKind.NoLongerInForce, 2, 2)],
        };
        var view = View(answer);

        view.Conflicts.Select(conflict => conflict.Sources.Length).ShouldBe([2, 1]);
        view.Conflicts[0].Sources.Select(source => source.Title).ShouldBe(["Circulaire 2025-03", "Note"]);
        foreach (var text in new[] { AnswerText.Of(view), view.CaseNote })
        {
            text.ShouldContain("[1] et [2] donnent des chiffres différents");
            text.ShouldContain("[2] était en vigueur à la date demandée");
        }
    }

    [Fact]
    public void A_question_about_a_person_is_answered_with_conditions_to_check_and_the_agent_decides()
    {
        var view = View(SomeAnswers.Grounded([SomeAnswers.Claim(), SomeAnswers.Claim("Avoir 55 ans.", ClaimKind.Condition)]) with { ConcernsPerson = true });

        view.Parts.Single().Heading.ShouldBe("Conditions à vérifier");
        view.CaseNote.ShouldContain("Je ne me prononce pas");
    }

    [Fact]
    public void A_turn_kept_before_models_wrote_is_read_again()
    {
        var old = ViewJson.Of(View(Grounded()));
        foreach (var member in new[] { "IsByModel", "WordsLanguage", "Conflicts", "Missing", "Dropped", "FollowUpQuestions" })
        {
            old.ShouldContain($"\"{member}\":");
            old = System.Text.RegularExpressions.Regex.Replace(old, $"\"{member}\":(?:\\[\\]|null|false|\"fr\"),?", "");
        }

        var read = ViewJson.Read(old).ShouldBeOfType<AnswerView.Grounded>();

        read.WordsLanguage.ShouldBe(Language.French);
        read.FollowUpQuestions.ShouldBeEmpty();
        AnswerText.Of(read).ShouldBe(AnswerText.Of(View(Grounded())));
    }

    [Fact]
    public void Machines_are_told_the_values()
    {
        var json = AnswerJson.Of(ByModel() with
        {
            Dropped = [Dropped("Faux.", ClaimFlaw.RestrictionLost)],
            Conflicts = [new(ConflictKind.NotYetInForce, 1, 1)],
            Missing = ["La durée"],
        });

        json.ShouldContain("\"writer\": \"model\"");
        json.ShouldContain("\"flaw\": \"restriction-lost\"");
        json.ShouldContain("\"kind\": \"not-yet-in-force\"");
        json.ShouldContain("La durée");
    }

    private static Answer.Grounded Grounded() => SomeAnswers.Grounded([SomeAnswers.Claim()]);

    private static Answer.Grounded ByModel() => Grounded() with { Writing = new() { Writer = WriterKind.Model } };

    private static RejectedClaim Dropped(string text, ClaimFlaw flaw, string detail = "") => new(new() { Kind = ClaimKind.Rule, Text = text, Quotes = [] }, flaw, detail);

    private static AnswerView.Grounded View(Answer answer, Language? language = null) => (AnswerView.Grounded)AnswerViewBuilder.Build(answer, language ?? Language.French);

    private static string Spaces(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
