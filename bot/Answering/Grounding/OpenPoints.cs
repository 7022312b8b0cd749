using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// What of a model's open points and further questions may be shown although no quote proves them: nothing that states a rule, decides on a
/// person, or brings in a figure, date, article, contact or subject that neither the question nor the passages have.
/// </summary>
internal sealed partial class OpenPoints
{
    private const int Most = 3;
    private const int LongestPoint = 160;
    private const int LongestQuestion = 140;

    // Of a question's words, the share that the question asked and the passages know too; a missing point names what they lack.
    private const double KnownShare = 0.6;
    private const double KnownShareOfMissing = 0.5;

    private readonly string _question;

    // Read only where a model says any.
    private readonly Lazy<(ImmutableHashSet<StatedFact> Facts, HashSet<string> Terms)> _known;

    public OpenPoints(RetrievalOutcome retrieval)
    {
        _question = NormalizedText.Of(retrieval.Question.MaskedText).Text;
        _known = new(() => KnownIn(retrieval));
    }

    private static (ImmutableHashSet<StatedFact> Facts, HashSet<string> Terms) KnownIn(RetrievalOutcome retrieval)
    {
        // Orders to a machine make no subject known, neither those of a document nor those of the question.
        var texts = retrieval.Passages.SelectMany(TextsOf).Concat(Sentences(retrieval.Question.MaskedText)).Where(text => !MachineOrders.StandIn(text)).ToArray();
        return ([.. texts.SelectMany(FactFinder.Find)], [.. texts.SelectMany(text => FrenchAnalyzer.Analyze(text)).Select(token => token.Term)]);
    }

    private static IEnumerable<string> TextsOf(Passage passage)
    {
        var chunk = passage.Chunk.Chunk;
        return chunk.Parts.Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length)).Concat(chunk.Locator.SectionPath).Append(passage.Chunk.Revision.Description.Title);
    }

    private static IEnumerable<string> Sentences(string text) => SentenceSplitter.Split(text).Select(range => text.Substring(range.Start, range.Length));

    public ImmutableArray<string> Missing(ImmutableArray<string> points) =>
        Few(points.Select(point => ModelText.Of(point, LongestPoint)).Where(point => IsHarmless(point, KnownShareOfMissing) && !point.Contains('?', StringComparison.Ordinal) && !StatesRule(point)));

    public ImmutableArray<string> FollowUps(ImmutableArray<string> questions) =>
        Few(questions.Select(question => ModelText.Of(question, LongestQuestion)).Where(question => IsQuestion(question) && IsHarmless(question, KnownShare)
            && NormalizedText.Of(question).Text != _question && !QuestionCues.ConcernsPerson(question) && !OnPerson().IsMatch(question)));

    private static ImmutableArray<string> Few(IEnumerable<string> points) => [.. points.DistinctBy(point => NormalizedText.Of(point).Text).Take(Most)];

    private static bool IsQuestion(string text) => text.EndsWith('?') && text.IndexOf('?', StringComparison.Ordinal) == text.Length - 1 && !Sentence().IsMatch(text);

    private bool IsHarmless(string text, double share)
    {
        if (text.Count(char.IsLetter) < 6 || Contact().IsMatch(text) || MachineOrders.StandIn(text) || !PersonalDataMask.FindsNothingIn(text))
            return false;
        if (!FactFinder.Find(text).All(fact => _known.Value.Facts.Contains(fact) || _known.Value.Facts.Any(known => known.Supports(fact))))
            return false;
        var silent = AskingWords.Find(Questions.FoldedText.Of(text)).ToArray();
        var terms = FrenchAnalyzer.Analyze(text).Where(token => !silent.Any(range => token.Start < range.Start + range.Length && range.Start < token.Start + token.Length)).Select(token => token.Term).Distinct().ToArray();
        return terms.Count(_known.Value.Terms.Contains) >= terms.Length * share;
    }

    /// <summary>A sentence that says something is, may or must be, and not that it isn't known.</summary>
    private static bool StatesRule(string text) => (DraftingWords.HasVerb(text) || EnglishVerb().IsMatch(text)) && !Absent().IsMatch(text);

    [GeneratedRegex(@"@|https?:|\bwww\.|\b[\w-]+\.(?:fr|com|org|net|gouv|eu|info|io)\b|(?:\d[\s.-]?){8,}|\b[013]\d(?:[\s.-]?\d\d){1,4}\b(?!\s?(?:€|euros?|%))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"[.!;]\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:votre|vos|mon|ma|mes|cet|cette|ce) (?:assurée?|allocataire|adhérente?|usagère?|usager|cliente?|bénéficiaire|demandeu(?:r|se)|dossier|monsieur|dame)\b|\b(?:M\.|Mme|Mlle|Mr|Mrs)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnPerson();

    [GeneratedRegex(@"\b(?:is|are|was|were|may|must|can|has|have|gets?|receives?|pays?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishVerb();

    [GeneratedRegex(@"\b(?:n['’]est pas|ne sont pas|n['’]a pas|n['’]ont pas|ne \w+ pas|non (?:précisée?s?|indiquée?s?|mentionnée?s?)|aucune?|absente?s?|manque(?:nt)?|not|no|missing)\b.*\b(?:précis|indiqu|mention|donn|fourni|figur|dit|disent|extrait|passage|document|text|source|say|state|given|specif|availab)|\b(?:non (?:précisée?s?|indiquée?s?|mentionnée?s?)|absente?s?|manque(?:nt)?|missing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absent();
}
