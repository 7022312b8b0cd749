using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The article that a question names: where it stands is the answer's place, and its number is no word to look for in sentences.</summary>
internal sealed partial class NamedRule(UnderstoodQuestion question)
{
    private readonly ImmutableArray<ArticleKey> keys = [.. question.References.OfType<QuestionReference.Article>().Select(article => article.Key)];

    private readonly ImmutableArray<(int Start, int End)> typed =
    [
        .. question.References.Select(reference => (reference.Start, reference.Start + reference.Length)),
        .. LegalCodes.Find(question.MaskedText).Select(code => (code.Start, code.Start + code.Length)),
    ];

    /// <summary>Since when, or until when, the article reads so.</summary>
    public bool AsksForVersion { get; } = question.Aims.HasFlag(QuestionAims.Date) && Version().IsMatch(question.MaskedText);

    public bool IsIn(Passage passage) => keys.Any(key => passage.Chunk.Chunk.ArticleKeys.Any(other =>
        other.Number == key.Number && (key.Code.Length == 0 || other.Code == key.Code)));

    public bool Covers(QuestionTerm term) => typed.Any(range => range.Start <= term.Start && term.Start < range.End);

    [GeneratedRegex(@"\b(?:vigueur|version|rédaction)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
