using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class ConflictFinderTests
{
    private const string Question = "délai de carence de l'indemnité de gros temps";
    private const string ThreeDays = "Le délai de carence de l'indemnité de gros temps est fixé à trois jours.";
    private const string SevenDays = "Le délai de carence de l'indemnité de gros temps est de 7 jours.";

    private static readonly DateOnly Today = new(2026, 3, 16);

    [Theory]
    [InlineData(ThreeDays, SevenDays)]
    [InlineData("Le plafond de ressources de l'indemnité de gros temps est fixé à 27 141 € par enfant.", "Le plafond de ressources de l'indemnité de gros temps s'élève à 25 775 euros par enfant.")]
    [InlineData("Le taux de l'indemnité de gros temps est de 60 % du salaire journalier.", "Le taux de l'indemnité de gros temps est porté à 66 % du salaire journalier.")]
    public async Task The_same_rule_with_another_figure_in_another_document_is_said_and_both_are_cited(string one, string other)
    {
        var answer = await AskAsync(one, new DocumentBuilder("Circulaire gros temps").OfKind("circulaire").Chunk(one, "Délais"), new DocumentBuilder("Guide gros temps").OfKind("guide").Chunk(other, "Délais"));

        var conflict = answer.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.OtherFigures);
        QuoteOf(answer, conflict.First).ShouldBe(one);
        QuoteOf(answer, conflict.Other).ShouldBe(other);
        answer.Claims.ShouldContain(claim => claim.Text == one);
        answer.Claims.ShouldContain(claim => claim.Text == other);
        answer.Claims.ShouldAllBe(claim => claim.Citations.All(number => answer.Citations.Any(citation => citation.Number == number)));
        answer.Citations.Select(citation => citation.Number).ShouldBe(Enumerable.Range(1, answer.Citations.Length));
    }

    [Theory]
    [InlineData("Le plafond de ressources de l'indemnité de gros temps est de 27 141 € pour un couple.", "Le plafond de ressources de l'indemnité de gros temps est de 13 570 € pour une personne seule.")]
    [InlineData("Le plafond annuel de l'indemnité de gros temps est de 27 141 €.", "Le plafond mensuel de l'indemnité de gros temps est de 2 262 €.")]
    [InlineData("Le plafond de l'indemnité de gros temps est de 27 141 € pour deux enfants.", "Le plafond de l'indemnité de gros temps est de 31 000 € pour trois enfants.")]
    [InlineData("Au 1er avril 2024, le plafond de l'indemnité de gros temps est de 27 141 €.", "Au 1er avril 2025, le plafond de l'indemnité de gros temps est de 28 000 €.")]
    [InlineData("Le plafond de l'indemnité de gros temps est de 27 141 €.", "Le plafond de l'indemnité de gros temps est de 28 000 € à Mayotte.")]
    [InlineData("L'indemnité de gros temps est de 60 % du salaire pendant 3 mois.", "L'indemnité de gros temps est de 50 % du salaire pendant 6 mois.")]
    [InlineData("Le délai de carence de l'indemnité de gros temps est de 3 jours.", "Le délai de carence de l'indemnité de gros temps est de trois jours.")]
    [InlineData("Le délai de carence de l'indemnité de gros temps est de 3 jours.", "Le délai de recours de l'indemnité de gros temps est de 60 jours.")]
    [InlineData("Le délai de carence de l'indemnité de gros temps est de 3 jours.", "Le délai de carence n'est pas compté quand l'indemnité de gros temps dure plus de 7 jours.")]
    public async Task A_rule_about_other_people_years_or_things_is_no_conflict(string one, string other)
    {
        var answer = await AskAsync(one, new DocumentBuilder("Circulaire gros temps").Chunk(one, "Règles"), new DocumentBuilder("Guide gros temps").Chunk(other, "Règles"));

        answer.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_short_sentence_is_the_same_rule_only_under_headings_of_the_same_subject()
    {
        const string one = "Le délai de carence est de trois jours.";
        const string other = "Le délai de carence est de sept jours.";
        var circular = new DocumentBuilder("Circulaire indemnité de gros temps").Chunk(one, "Carence");

        (await AskAsync("délai de carence", circular, new DocumentBuilder("Guide prime de transport").Chunk(other, "Versement"))).Conflicts.ShouldBeEmpty();
        (await AskAsync("délai de carence", circular, new DocumentBuilder("Guide indemnité de gros temps").Chunk(other, "Carence"))).Conflicts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Rows_of_one_table_and_articles_of_one_document_are_not_compared()
    {
        var answer = await AskAsync(Question, new DocumentBuilder("Guide gros temps").Chunk(ThreeDays, "Avant 2025").Chunk(SevenDays, "Depuis 2025"));

        answer.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_source_in_force_last_goes_first_then_the_higher_text_and_a_local_note_after_a_national_text()
    {
        var older = new DocumentBuilder("Code du gros temps").OfKind("code").InForce(new(2019, 1, 1), null).Chunk(ThreeDays, "Délais");
        var newer = new DocumentBuilder("Circulaire gros temps").OfKind("circulaire").InForce(new(2025, 1, 1), null).Chunk(SevenDays, "Délais");
        (await FirstOfAsync(older, newer)).ShouldBe(SevenDays);

        var undated = new DocumentBuilder("Guide gros temps").OfKind("guide").Chunk(SevenDays, "Délais");
        (await FirstOfAsync(older, undated)).ShouldBe(ThreeDays);

        var order = new DocumentBuilder("Arrêté gros temps").OfKind("arrêté").Chunk(SevenDays, "Délais");
        var circular = new DocumentBuilder("Instruction gros temps").OfKind("Instruction technique").Chunk(ThreeDays, "Délais");
        (await FirstOfAsync(circular, order)).ShouldBe(SevenDays);

        var local = new DocumentBuilder("Note gros temps").For("caf29").InForce(new(2026, 1, 1), null).Chunk(ThreeDays, "Délais");
        (await FirstOfAsync(local, newer)).ShouldBe(SevenDays);
    }

    [Fact]
    public async Task Documents_that_are_not_in_force_on_a_common_day_do_not_disagree()
    {
        var old = new DocumentBuilder("Circulaire 2019 gros temps").InForce(new(2019, 1, 1), new(2024, 12, 31)).Chunk(ThreeDays, "Délais");
        var current = new DocumentBuilder("Circulaire 2025 gros temps").InForce(new(2025, 1, 1), null).Chunk(SevenDays, "Délais");

        (await AskAsync(Question, AsOf.Month(2024, 6), old, current)).Conflicts.Select(conflict => conflict.Kind).ShouldBe([ConflictKind.NoLongerInForce]);
        (await AskAsync(Question, new AsOf(new(2024, 1, 1), new(2025, 12, 31)), old, current)).Conflicts.ShouldNotContain(conflict => conflict.Kind == ConflictKind.OtherFigures);
    }

    [Fact]
    public async Task A_document_without_days_is_not_held_against_a_dated_one_on_a_past_day()
    {
        var dated = new DocumentBuilder("Circulaire gros temps").InForce(new(2019, 1, 1), new(2024, 12, 31)).Chunk(ThreeDays, "Délais");
        var undated = new DocumentBuilder("Guide gros temps").Chunk(SevenDays, "Délais");

        (await AskAsync(Question, AsOf.Day(new(2020, 1, 1)), dated, undated)).Conflicts.ShouldNotContain(conflict => conflict.Kind == ConflictKind.OtherFigures);
    }

    [Fact]
    public async Task The_same_row_of_a_table_with_another_figure_is_said()
    {
        var one = new RuleBook("Circulaire gros temps").Section("Plafonds de ressources").Table("Plafonds", "Enfants | Seul | En couple", "1 | 20 000 € | 28 000 €", "2 | 21 600 € | 30 348 €").Build();
        var other = new RuleBook("Guide gros temps").Section("Plafonds de ressources").Table("Plafonds", "Enfants | Seul | En couple", "1 | 20 000 € | 28 000 €", "2 | 21 665 € | 30 439 €").Build();

        var answer = await AskAsync("plafond de ressources gros temps 2 enfants seul", AsOf.Day(Today), [(one[0].Revision, [.. one.Select(chunk => chunk.Chunk)]), (other[0].Revision, [.. other.Select(chunk => chunk.Chunk)])]);

        var conflict = answer.Conflicts.ShouldHaveSingleItem();
        new[] { QuoteOf(answer, conflict.First), QuoteOf(answer, conflict.Other) }.ShouldBe(["2\t21 600 €\t30 348 €", "2\t21 665 €\t30 439 €"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_source_that_ends_before_today_or_begins_after_it_is_said()
    {
        var ended = new DocumentBuilder("Circulaire gros temps").InForce(new(2019, 1, 1), new(2026, 3, 15)).Chunk(ThreeDays, "Délais");
        var coming = new DocumentBuilder("Circulaire gros temps").InForce(new(2026, 3, 17), null).Chunk(ThreeDays, "Délais");
        var current = new DocumentBuilder("Circulaire gros temps").InForce(new(2026, 3, 16), new(2026, 3, 16)).Chunk(ThreeDays, "Délais");

        (await AskAsync(Question, AsOf.Day(new(2025, 1, 1)), ended)).Conflicts.ShouldBe([new(ConflictKind.NoLongerInForce, 1, 1)]);
        (await ConflictsOfAllFoundAsync(AsOf.Day(new(2026, 6, 1)), coming)).ShouldBe([new(ConflictKind.NotYetInForce, 1, 1)]);
        (await AskAsync(Question, AsOf.Day(Today), current)).Conflicts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Abrogé par le décret n° 2025-12 du 3 janvier 2025.", true)]
    [InlineData("La présente circulaire est abrogée à compter du 1er janvier 2026.", true)]
    [InlineData("La présente circulaire est abrogée à compter du 1er janvier 2030.", false)]
    [InlineData("La présente circulaire abroge la circulaire du 3 mai 2019.", false)]
    [InlineData("L'article 4 de la loi du 3 mai 2019 est abrogé.", false)]
    [InlineData("Les demandes déposées avant que l'ancien article soit abrogé par la loi restent valables.", false)]
    public async Task An_article_that_says_of_itself_that_it_is_repealed_is_said(string words, bool isRepealed)
    {
        var answer = await AskAsync(Question, new DocumentBuilder("Circulaire gros temps").Chunk($"{ThreeDays}\n{words}", "Délais"));

        answer.Conflicts.Any(conflict => conflict.Kind == ConflictKind.NoLongerInForce).ShouldBe(isRepealed);
    }

    [Theory]
    [InlineData("Article L. 12 (abrogé)", true)]
    [InlineData("Article L. 12 - Abrogé", true)]
    [InlineData("Dispositions abrogées et maintenues", false)]
    public async Task A_heading_says_that_its_article_is_repealed(string heading, bool isRepealed)
    {
        var answer = await AskAsync(Question, new DocumentBuilder("Code du gros temps").Chunk(ThreeDays, heading));

        answer.Conflicts.Any().ShouldBe(isRepealed);
    }

    [Theory]
    [InlineData("note locale", "*")]
    [InlineData("note", "caf29")]
    public async Task A_local_note_beside_a_national_text_is_said_and_the_national_text_goes_first(string kind, string audience)
    {
        const string detail = "L'indemnité de gros temps se demande au guichet du port.";
        var national = new DocumentBuilder("Circulaire gros temps").OfKind("circulaire").Chunk(ThreeDays, "Délais");
        var local = new DocumentBuilder("Note gros temps").OfKind(kind).For(audience).Chunk($"{ThreeDays}\n{detail}", "Délais");

        var grounded = await AskAsync("délai de carence de l'indemnité de gros temps", AsOf.Day(Today), national, local);
        var both = grounded.Citations.Select(citation => citation.Passage).DistinctBy(passage => passage.Chunk.Revision.Id).Count() > 1;

        grounded.Conflicts.Select(conflict => conflict.Kind).ShouldBe(both ? [ConflictKind.LocalBesideNational] : []);
        var found = ConflictFinder.Find(Searched(grounded), grounded.Claims, BothCited(grounded));
        var conflict = found.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.LocalBesideNational);
        found.Citations[conflict.First - 1].Passage.Chunk.Revision.Description.Title.ShouldBe("Circulaire gros temps");
    }

    private static async Task<string> FirstOfAsync(params DocumentBuilder[] documents)
    {
        var answer = await AskAsync(Question, AsOf.Day(Today), documents);
        return QuoteOf(answer, answer.Conflicts.First(conflict => conflict.Kind == ConflictKind.OtherFigures).First);
    }

    private static string QuoteOf(Answer.Grounded answer, int number) => answer.Citations.Single(citation => citation.Number == number).Quote;

    /// <summary>A citation for each passage found, whatever the writer chose.</summary>
    private static ImmutableArray<Citation> BothCited(Answer answer) => [.. answer.Passages.Select((passage, i) => new Citation
    {
        Number = i + 1,
        Passage = passage,
        Quote = ThreeDays,
        Range = new(0, ThreeDays.Length),
        Locator = passage.Chunk.Chunk.Locator,
    })];

    private static RetrievalOutcome Searched(Answer answer) => new()
    {
        Question = new QuestionReader(new FakeTimeProvider(new(Today, new(9, 0), TimeSpan.Zero)), Options.Create(new AnsweringOptions()), new(Options.Create(new PrivacyOptions()))).Read(new() { Text = answer.MaskedQuestion }),
        Publication = answer.Publication,
        Filter = answer.Filter,
        DocumentsSearched = answer.DocumentsSearched,
        Terms = [],
        Passages = answer.Passages,
        Evidence = new() { Strength = 1, Lack = null, MissingReferences = [] },
    };

    private static Task<Answer.Grounded> AskAsync(string question, params DocumentBuilder[] documents) => AskAsync(question, AsOf.Day(Today), documents);

    private static Task<Answer.Grounded> AskAsync(string question, AsOf asOf, params DocumentBuilder[] documents) =>
        AskAsync(question, asOf, [.. documents.Select(document => document.BuildOnPages())]);

    private static async Task<ImmutableArray<SourceConflict>> ConflictsOfAllFoundAsync(AsOf asOf, params DocumentBuilder[] documents)
    {
        var answer = await AnswerAsync(Question, asOf, [.. documents.Select(document => document.BuildOnPages())]);
        return ConflictFinder.Find(Searched(answer), [], BothCited(answer)).Conflicts;
    }

    private static async Task<Answer.Grounded> AskAsync(string question, AsOf asOf, (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks)[] documents)
    {
        var answer = await AnswerAsync(question, asOf, documents);
        return answer.ShouldBeOfType<Answer.Grounded>((answer as Answer.Abstention)?.Reason.ToString());
    }

    private static async Task<Answer> AnswerAsync(string question, AsOf asOf, (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks)[] documents)
    {
        var knowledge = new InMemoryKnowledge();
        knowledge.Publish(documents);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(Today, new(9, 0), TimeSpan.Zero)));
        services.AddSingleton<ICatalogueReader>(knowledge);
        services.AddSingleton<IIndexReader>(knowledge);
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0);
        services.AddAnswering();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<AnswerQuestion>()
            .AskAsync(new Question { Text = question, AsOf = asOf, Audiences = ["caf29"] }, TestContext.Current.CancellationToken);
    }
}
