using AgentHelpdesk.Answering;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Trying;

/// <summary>What is tried before publishing is what is answered after: the same passages, scores, words and dates.</summary>
public sealed class TryQuestionTests
{
    private const string AmountQuestion = "Quel est le montant mensuel du supplément pour enfant à charge ?";

    [Theory]
    [InlineData("circulaire-2025-03-indemnite-gros-temps.pdf", "Indemnité de gros temps", "circulaire", "2025-03-01", null)]
    [InlineData("bareme-2026-tranches-de-revenu.pdf", "Barème 2026", "barème", "2026-01-01", "2026-12-31")]
    [InlineData("code-fictif-prevoyance-littoral-livre-v.pdf", "Code fictif de la prévoyance du littoral", "code", null, null)]
    public async Task A_new_document_is_tried_as_it_will_answer(string file, string title, string kind, string? from, string? until)
    {
        await using var house = new TrialHouse();
        await house.PublishAllButAsync(file);
        var id = await house.HandInAsync(file);

        await CompareAsync(house, new()
        {
            Id = id,
            Title = title,
            Kind = kind,
            Declared = ValidityPeriod.FromDays(from is null ? null : DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null)),
        }, [.. TrialHouse.Questions()]);
    }

    [Fact]
    public async Task A_revision_that_replaces_another_answers_from_its_first_day_on_and_the_other_before()
    {
        await using var house = new TrialHouse();
        await house.PublishAsync(asSamples: false, ("montant-supplement-enfant-2025.pdf", "montants;Supplément pour enfant;bareme;2025-01-01;"), ("guide-pension-de-rivage.pdf", "guide;Guide;guide;;"));
        var id = await house.HandInAsync("montant-supplement-enfant-2026.pdf");
        var order = new PublishOrder
        {
            Id = id,
            Title = "Supplément pour enfant",
            Kind = "bareme",
            Declared = ValidityPeriod.FromDays(new(2026, 1, 1), null),
            Replaces = DocumentId.Parse("montants"),
        };

        var draft = await house.DraftAsync(order);

        Text(await house.TryAsync(draft, AmountQuestion, "31/12/2025")).ShouldContain("52,30 €");
        Text(await house.TryAsync(draft, AmountQuestion, "01/01/2026")).ShouldContain("53,90 €");
        Text(await house.TryAsync(draft, AmountQuestion, "01/01/2026")).ShouldNotContain("52,30 €");
        Text(await house.AskAsync(AmountQuestion, "01/01/2026")).ShouldContain("52,30 €");

        await CompareAsync(house, order, (AmountQuestion, "31/12/2025"), (AmountQuestion, "01/01/2026"), (AmountQuestion, ""), (AmountQuestion, "2025"), (AmountQuestion, "2024"), ("plafond de ressources", "12/2025"));
    }

    [Fact]
    public async Task A_revision_that_interrupts_another_gives_its_days_back_afterwards()
    {
        await using var house = new TrialHouse();
        await house.PublishAsync(asSamples: false, ("montant-supplement-enfant-2025.pdf", "montants;Supplément pour enfant;bareme;2025-01-01;"));
        var id = await house.HandInAsync("montant-supplement-enfant-2026.pdf");
        var order = new PublishOrder
        {
            Id = id,
            Title = "Supplément pour enfant",
            Declared = ValidityPeriod.FromDays(new(2026, 2, 1), new(2026, 3, 31)),
            Replaces = DocumentId.Parse("montants"),
        };

        await CompareAsync(house, order, (AmountQuestion, "31/01/2026"), (AmountQuestion, "01/02/2026"), (AmountQuestion, "31/03/2026"), (AmountQuestion, "01/04/2026"), (AmountQuestion, "2026"));
    }

    [Fact]
    public async Task The_samples_leave_with_the_first_real_document_in_the_trial_too()
    {
        await using var house = new TrialHouse();
        await house.PublishAsync(asSamples: true, ("guide-pension-de-rivage.pdf", "guide;Guide;guide;;"), ("montant-supplement-enfant-2025.pdf", "montants;Montants;bareme;;"));
        var id = await house.HandInAsync("bulletin-07-mars-2026.pdf");

        await CompareAsync(house, new() { Id = id, Title = "Bulletin", Kind = "bulletin" }, ("âge de départ pension de rivage", ""), (AmountQuestion, ""), ("pénalité de retard déclaration de revenu", ""));
    }

    [Fact]
    public async Task A_trial_changes_nothing_and_opens_nothing()
    {
        await using var house = new TrialHouse();
        await house.PublishAsync(asSamples: false, ("guide-pension-de-rivage.pdf", "guide;Guide;guide;;"));
        var id = await house.HandInAsync("montant-supplement-enfant-2026.pdf");
        var publication = await house.PublicationAsync();
        var before = Told(await house.AskAsync(AmountQuestion, ""));

        var tried = (await house.TryAsync(await house.DraftAsync(new() { Id = id, Title = "Montants" }), AmountQuestion, "")).ShouldBeOfType<TurnOutcome.Answered>();

        var view = tried.View.ShouldBeOfType<AnswerView.Grounded>();
        var sources = view.FirstLine.Sources.Concat(view.Sources.SelectMany(place => place.Sources)).Concat(view.Parts.SelectMany(part => part.Claims).SelectMany(claim => claim.Sources));
        sources.ShouldAllBe(source => source.Url == "" && source.PassageUrl == "" && source.Sample == "pas encore publié");
        (await house.PublicationAsync()).ShouldBe(publication);
        house.Get<InboxShelf>().Find(id)!.Step.ShouldBe(InboxStep.Ready);
        Told(await house.AskAsync(AmountQuestion, "")).ShouldBe(before);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said_as_it_is_to_agents()
    {
        await using var house = new TrialHouse();
        var id = await house.HandInAsync("montant-supplement-enfant-2026.pdf");
        var draft = await house.DraftAsync(new() { Id = id, Title = "Montants" });

        (await house.TryAsync(draft, " ", "")).ShouldBeOfType<TurnOutcome.Unclear>();
        (await house.TryAsync(draft, AmountQuestion, "demain peut-être")).ShouldBeOfType<TurnOutcome.Unclear>();
    }

    private static async Task CompareAsync(TrialHouse house, PublishOrder order, params (string Text, string Date)[] questions)
    {
        var draft = await house.DraftAsync(order);
        var tried = new List<string>();
        foreach (var (text, date) in questions)
            tried.Add(Told(await house.TryAsync(draft, text, date)));

        (await house.PublishAsync(order)).ShouldBeAssignableTo<IngestOutcome>()!.GetType().ShouldBeOneOf(typeof(IngestOutcome.Published), typeof(IngestOutcome.NewRevision));

        for (var i = 0; i < questions.Length; i++)
            tried[i].ShouldBe(Told(await house.AskAsync(questions[i].Text, questions[i].Date)), questions[i].Text);
    }

    /// <summary>All that tells one answer from another, but the number of the publication and the time it took.</summary>
    private static string Told(TurnOutcome outcome)
    {
        var answer = outcome.ShouldBeOfType<TurnOutcome.Answered>().Answer;
        var lines = new List<string> { $"{answer.GetType().Name} {answer.AsOf} {answer.DocumentsSearched} {string.Join(' ', answer.SearchedTerms)}" };
        lines.AddRange(answer.Passages.Select(passage =>
            $"{passage.Rank} {passage.Chunk.Id} {passage.Score:R} {passage.SparseScore:R} {passage.Chunk.Revision.Id} {passage.Chunk.Chunk.Ordinal} {passage.Chunk.Effective} {string.Join(' ', passage.Chunk.Revision.Effective)}"));
        if (answer is Answer.Abstention abstention)
            lines.Add($"{abstention.Reason} {string.Join(' ', abstention.MissingReferences)}");
        if (answer is Answer.Grounded grounded)
        {
            lines.Add(grounded.FirstLine.Text);
            lines.AddRange(grounded.Claims.Select(claim => $"{claim.Kind} {claim.Text} {string.Join(',', claim.Citations)}"));
            lines.AddRange(grounded.Citations.Select(citation => $"[{citation.Number}] {citation.Quote} {citation.Locator.Revision} {citation.Locator.FirstPage} {string.Join(',', citation.Locator.Words)}"));
        }

        return string.Join('\n', lines);
    }

    private static string Text(TurnOutcome outcome) =>
        string.Join('\n', outcome.ShouldBeOfType<TurnOutcome.Answered>().Answer.ShouldBeOfType<Answer.Grounded>().Claims.Select(claim => claim.Text));
}
