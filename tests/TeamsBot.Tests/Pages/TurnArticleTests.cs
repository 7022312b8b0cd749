using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentHelpdesk.TeamsBot.Tests.Pages;

public sealed partial class TurnArticleTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href=\"javascript:alert(3)\">";

    private static readonly HashSet<string> KnownTags =
        ["article", "h2", "h3", "h4", "div", "span", "p", "a", "ol", "ul", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td", "mark", "section", "details", "summary",
        "form", "label", "input", "button"];

    private static readonly HashSet<string> KnownAttributes =
        ["class", "lang", "href", "target", "rel", "title", "tabindex", "role", "aria-label", "scope", "data-turn", "data-number", "data-note",
        "method", "action", "type", "name", "value", "autocomplete", "aria-hidden", "form"];

    [Fact]
    public async Task Each_sentence_carries_a_mark_that_opens_its_page()
    {
        var html = await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim()]));

        html.ShouldContain($"href=\"/revisions/{SomeAnswers.Revision().Id}/pdf#page=4\"");
        html.ShouldContain($"href=\"/passages/{SomeAnswers.Revision().Id}?mots=4.0-0,4.0-0&amp;au=2026-11-24\"");
        html.ShouldContain(">[1]</a>");
        html.ShouldContain("target=\"_blank\" rel=\"noopener\"");
    }

    [Fact]
    public async Task The_row_in_force_stands_out_and_its_neighbours_step_back()
    {
        var html = await RenderAsync(SomeAnswers.Grounded(
            [SomeAnswers.Claim("") with { Table = new("Montants", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], 1) }]));

        Text(html).ShouldContain("2025 (autre période) 44,10");
        Text(html).ShouldContain("2026 en vigueur 45,00");
        html.ShouldContain("<tr class=\"other-period\"><th scope=\"row\">2025");
        html.ShouldContain("<tr class=\"in-force\"><th scope=\"row\">2026");
        html.ShouldContain("<th scope=\"col\">");
    }

    [Fact]
    public async Task An_abstention_has_its_own_frame_words_for_the_caller_and_no_mark()
    {
        var html = await RenderAsync(SomeAnswers.Abstention(AbstentionReason.EvidenceTooWeak, SomeAnswers.Passage()));

        html.ShouldContain("class=\"abstention\"");
        html.ShouldNotContain("class=\"answer\"");
        html.ShouldNotContain("first-line");
        html.ShouldNotContain("class=\"mark\"");
        html.ShouldNotContain("class=\"copy\"");
        html.ShouldNotContain("[1]");
        html.ShouldContain("proche=1");
        html.ShouldContain("<button type=\"button\" class=\"rephrase\" hidden");
        html.ShouldContain("<form class=\"report\" method=\"post\" action=\"/reports\">");
        Text(html).ShouldContain("À dire à l’appelant « Les textes dont je dispose");
    }

    [Fact]
    public async Task The_line_to_read_aloud_opens_the_answer_and_is_not_repeated()
    {
        var html = await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim(), SomeAnswers.Claim("Il est versé chaque mois.")]));

        Text(FirstLine().Match(html).Value).ShouldBe("Le montant est de 45 euros par jour [1] , en vigueur au 24/11/2026");
        html.IndexOf("class=\"first-line\"", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("class=\"part\"", StringComparison.Ordinal));
        Text(html[html.IndexOf("class=\"part\"", StringComparison.Ordinal)..html.IndexOf("class=\"part where\"", StringComparison.Ordinal)]).ShouldNotContain("45 euros");
    }

    [Fact]
    public async Task Parts_without_anything_to_say_are_left_out()
    {
        var text = Text(await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim(), SomeAnswers.Claim("Sauf en cas de fraude.", ClaimKind.Exception)])));

        text.ShouldContain("Exceptions Sauf en cas de fraude.");
        text.ShouldNotContain("Conditions");
        text.ShouldNotContain("Démarche");
    }

    [Fact]
    public async Task The_date_can_be_changed_and_the_turn_to_compare_with_goes_along()
    {
        var answer = SomeAnswers.Grounded([SomeAnswers.Claim()]) with { MaskedQuestion = "Et pour les indépendants ?", UnderstoodAs = "Quel montant pour les indépendants ?" };
        var outcome = new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.French)) { Language = Language.French };

        var html = await RenderAsync(outcome);

        html.ShouldContain("name=\"question\" value=\"Quel montant pour les ind&#xE9;pendants ?\"");
        html.ShouldContain($"name=\"compare\" value=\"{outcome.Turn}\"");
        html.ShouldContain("name=\"date\" value=\"24/11/2026\"");
        Text(html).ShouldContain("Compris : Quel montant pour les indépendants ?");
    }

    [Fact]
    public async Task Changed_words_are_marked_for_the_eye_and_for_the_ear()
    {
        var earlier = AnswerViewBuilder.Build(SomeAnswers.Grounded([SomeAnswers.Claim("Le montant est de 43 euros par jour.")]), Language.French);
        var later = SomeAnswers.Grounded([SomeAnswers.Claim()]);

        var html = await RenderAsync(new TurnOutcome.Answered(later, ChangedWords.Between(earlier, AnswerViewBuilder.Build(later, Language.French))) { Language = Language.French });

        html.ShouldContain("de <mark class=\"changed\"><span class=\"unseen\" lang=\"fr\">modifi&#xE9;&#x202F;: </span>45</mark> euros");
    }

    [Fact]
    public async Task In_English_the_documents_own_words_stay_French_and_are_said_to_be()
    {
        var answer = SomeAnswers.Grounded([SomeAnswers.Claim(), SomeAnswers.Claim("Sauf en cas de fraude.", ClaimKind.Exception)]);

        var html = await RenderAsync(new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.English)) { Language = Language.English });

        html.ShouldStartWith("<article class=\"turn\"");
        html.ShouldContain("lang=\"en\"><h2");
        html.ShouldContain("<span lang=\"fr\">Sauf en cas de fraude.");
        html.ShouldContain("<a class=\"passage-link\" lang=\"fr\"");
    }

    [Fact]
    public async Task In_English_the_words_of_a_model_are_English_and_the_quotes_French()
    {
        var answer = SomeAnswers.Grounded([SomeAnswers.Claim("The amount is 45 euros a day."), SomeAnswers.Claim("Except in case of fraud.", ClaimKind.Exception)]) with { Writing = new() { Writer = WriterKind.Model } };

        var html = await RenderAsync(new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.English)) { Language = Language.English });

        html.ShouldContain("<p class=\"first-line\"><span lang=\"en\">The amount is");
        html.ShouldContain("<span lang=\"en\">Except in case of fraud.");
        Text(html).ShouldContain("Le montant est de 45 euros par jour.");
        html.ShouldContain("<blockquote lang=\"fr\">");
    }

    [Fact]
    public async Task What_nothing_proves_stands_apart_and_questions_can_be_pressed()
    {
        var html = await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim()]) with
        {
            Conflicts = [new(ConflictKind.NotYetInForce, 1, 1)],
            Missing = ["La durée"],
            FollowUpQuestions = ["Et pour les indépendants ?"],
            ShowsDropped = true,
            Dropped = [new(new() { Kind = ClaimKind.Rule, Text = "C'est gratuit.", Quotes = [] }, ClaimFlaw.QuoteInvented)],
        });

        Text(html).ShouldContain("Avant de citer [1] n’est pas encore en vigueur aujourd’hui. Circulaire 2025-03 , p. 4,");
        Text(html).ShouldContain("Reste à vérifier La durée 1 phrase retirée : les mots qu’elle cite ne figurent dans aucun extrait lu. Non sourcé : à ne pas citer C'est gratuit. Sources");
        html.ShouldContain("form=\"suggested\" name=\"question\" value=\"Et pour les ind&#xE9;pendants&#x202F;?\"");
        NoteIn().Match(html).Value.ShouldNotContain("gratuit");
    }

    [GeneratedRegex("data-note=\"[^\"]*\"")]
    private static partial Regex NoteIn();

    [Fact]
    public async Task A_failed_turn_says_its_sentence_and_nothing_else() =>
        Text(await RenderAsync(new TurnOutcome.Failed("Panne 1234.") { Language = Language.French })).ShouldBe("Question Quoi ? Panne 1234.");

    public static TheoryData<string> HostileAnswers() => ["grounded", "table", "abstention", "unclear"];

    [Theory]
    [MemberData(nameof(HostileAnswers))]
    public async Task Hostile_words_never_become_markup(string form)
    {
        var passage = SomeAnswers.Passage(Hostile, Hostile, path: [Hostile], article: Hostile);
        var html = form switch
        {
            "grounded" => await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim($"{Hostile}\n- {Hostile}")], passage) with
            {
                MaskedQuestion = Hostile,
                Missing = [Hostile],
                FollowUpQuestions = [Hostile],
                ShowsDropped = true,
                Dropped = [new(new() { Kind = ClaimKind.Rule, Text = Hostile, Quotes = [] }, ClaimFlaw.UnsupportedFact, "<i>")],
                Conflicts = [new(ConflictKind.NotYetInForce, 1, 1)],
            }),
            "table" => await RenderAsync(SomeAnswers.Grounded([SomeAnswers.Claim("") with { Table = new CitedTable(Hostile, [Hostile], [[Hostile]], 0) }], passage)),
            "abstention" => await RenderAsync(SomeAnswers.Abstention(AbstentionReason.ReferenceNotFound, passage) with
            {
                MaskedQuestion = Hostile,
                SearchedTerms = [Hostile],
                MissingReferences = [Hostile],
            }),
            _ => await RenderAsync(new TurnOutcome.Unclear(Hostile) { Language = Language.French }, Hostile),
        };

        Tag().Matches(html).Select(tag => tag.Groups["name"].Value).Where(name => !KnownTags.Contains(name)).ShouldBeEmpty();
        Attribute().Matches(html).Select(attribute => attribute.Groups["name"].Value).Where(name => !KnownAttributes.Contains(name)).ShouldBeEmpty();
        Regex.Matches(html, "href=\"([^\"]*)\"").Select(link => link.Groups[1].Value).ShouldAllBe(link => link.StartsWith("/revisions/") || link.StartsWith("/passages/"));
        html.ShouldContain("&lt;script&gt;");
    }

    [GeneratedRegex("<p class=\"first-line\">.*?</p>")]
    private static partial Regex FirstLine();

    private static Task<string> RenderAsync(Answer answer) =>
        RenderAsync(new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.French)) { Language = Language.French });

    private static async Task<string> RenderAsync(TurnOutcome outcome, string question = "Quoi ?")
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new PageRenderer(services, NullLoggerFactory.Instance).RenderAsync<TurnArticle>(new() { [nameof(TurnArticle.Turn)] = ShownTurn.Of(question, outcome) });
    }

    private static string Text(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")), @"\s+", " ").Trim();

    [GeneratedRegex("</?(?<name>[a-zA-Z][a-zA-Z0-9]*)")]
    private static partial Regex Tag();

    // Values stand between quotes and are skipped whole: what looks like an attribute inside one is text.
    [GeneratedRegex("(?<=<[^<>]*)\\s(?<name>[a-zA-Z-]+)=\"[^\"]*\"")]
    private static partial Regex Attribute();
}
