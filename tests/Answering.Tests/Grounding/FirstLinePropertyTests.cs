using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TestKit;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Over claims made at random: a line is always there, fits, says only the claim's words, and tears no number.</summary>
public sealed partial class FirstLinePropertyTests
{
    private static readonly string[] Words =
    [
        "la", "pension", "est", "égale", "à", "30 %", "du", "salaire", "annuel", "1 234,50 €", "deux mois", "au plus", "sauf", "l'article L. 341-4", "ne", "peut", "pas", "être", "versée",
        "lorsque", "l'assuré", "qui", "réside", "en France", "(hors prime)", "pour", "les enfants", "3 ans", "; ", ", ", ": ", "– ", "« net »", "dans la limite de", "12,5", "(", ")", "…", ". La", "Toutefois",
    ];

    private static readonly string[] Cells = ["26,10", "1 234,50 €", "3 925 €", "1er janvier 2024", "Tranche C", "2", "30 % du salaire"];

    private static readonly Gen<string> Line = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 60].Select(words => string.Join(' ', words));
    private static readonly Gen<string> ClaimText = Gen.Select(Line, Line.Array[0, 4], (first, items) => string.Join('\n', items.Select(item => "- " + item).Prepend(first)));
    private static readonly Gen<string> Cell = Gen.Frequency((1, Gen.Const("")), (3, Gen.Int[0, Cells.Length - 1].Select(i => Cells[i])), (2, Line));
    private static readonly Gen<CitedTable> Table =
        from columns in Gen.Int[1, 6]
        from caption in Gen.OneOf(Gen.Const(""), Line)
        from header in Gen.OneOf(Gen.Const(Array.Empty<string>()), Cell.Array[columns])
        from rows in Cell.Array[columns].Array[1, 5]
        from inForce in Gen.Int[-1, rows.Length - 1]
        select new CitedTable(caption, [.. header], [.. rows.Select(row => (System.Collections.Immutable.ImmutableArray<string>)[.. row])], inForce < 0 ? null : inForce);

    [Theory]
    [InlineData("montant de la pension ?")]
    [InlineData("délai ?")]
    [InlineData("conditions pour les enfants")]
    public async Task A_line_of_sentences_fits_and_says_only_their_words(string question)
    {
        var fit = await FitAsync(question);
        ClaimText.Sample(text => Holds(FirstLineFinder.Speak(fit, ClaimOf(text, null)), text));
    }

    [Theory]
    [InlineData("montant de la pension tranche C ?")]
    [InlineData("conditions")]
    public async Task A_line_of_a_table_fits_and_says_only_its_words(string question)
    {
        var fit = await FitAsync(question);
        Table.Sample(table => Holds(FirstLineFinder.Speak(fit, ClaimOf(TableText.Of(table), table)), string.Join('\n', table.Rows.SelectMany(row => row).Concat(table.Header).Prepend(table.Caption))));
    }

    private static void Holds(SpokenLine line, string source)
    {
        line.Text.Length.ShouldBeLessThanOrEqualTo(FirstLine.MaxLength);
        line.Text.ShouldNotContain('\n');
        // Each piece is contiguous in the claim, and the line is made of its pieces and of joints.
        var words = Flat(source);
        foreach (var piece in line.Pieces)
            words.ShouldContain(Flat(piece));
        var rest = Flat(line.Text);
        foreach (var piece in line.Pieces)
        {
            var kept = Flat(piece);
            rest.ShouldContain(kept);
            rest = rest[(rest.IndexOf(kept, StringComparison.Ordinal) + kept.Length)..];
        }

        foreach (Match figure in Figure().Matches(line.Text))
            Figure().Matches(source).Select(match => Flat(match.Value)).ShouldContain(Flat(figure.Value));
    }

    /// <summary>Letters, digits and signs of value: what must not differ.</summary>
    private static string Flat(string text) => string.Concat(text.Where(character => char.IsLetterOrDigit(character) || character is '%' or '€'));

    private static Claim ClaimOf(string text, CitedTable? table) => new() { Kind = ClaimKind.Rule, Text = text, Citations = [1], Table = table };

    private static async Task<QuestionFit> FitAsync(string question)
    {
        var knowledge = new InMemoryKnowledge();
        var books = new RuleBook().Section("Règle").Paragraph("La pension est versée chaque mois.").Build();
        knowledge.Publish([(books[0].Revision, [.. books.Select(chunk => chunk.Chunk)])]);
        var time = new FakeTimeProvider(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
        var options = Options.Create(new AnsweringOptions { MinimumEvidence = 0 });
        var search = new SearchPassages(new QuestionReader(time, options, new(Options.Create(new PrivacyOptions()))), knowledge, knowledge, time, options, NullLogger<SearchPassages>.Instance);
        return new(await search.SearchAsync(new Question { Text = question }, TestContext.Current.CancellationToken));
    }

    // A number with its unit, whole.
    [GeneratedRegex(@"(?<![\d,])\d{1,3}(?: \d{3})*(?:,\d+)?(?: ?(?:%|€|ans|mois))?(?![\d,]\d)")]
    private static partial Regex Figure();
}
