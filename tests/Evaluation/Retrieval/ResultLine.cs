using System.Collections.Immutable;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>What became of one question: a line of results.jsonl. Names and order of the fields are the file's contract.</summary>
/// <param name="Id">The question's.</param>
/// <param name="AsOf">First and last day asked about.</param>
/// <param name="Passages">The final ranking, also when abstaining.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Milliseconds">From question to checked answer.</param>
internal sealed record ResultLine(
    string Id, ImmutableArray<DateOnly> AsOf, ImmutableArray<PassageLine> Passages, AnswerLine Answer, double Milliseconds);

/// <param name="Rank">From 1.</param>
/// <param name="Document">The PDF's file name as on disk.</param>
/// <param name="Revision">Its identity in the catalogue.</param>
/// <param name="Pages">First and last physical page, from 1.</param>
/// <param name="Section">The headings above it.</param>
/// <param name="Article">As printed; null outside articles.</param>
/// <param name="ValidFrom">First day in force; null: not known.</param>
/// <param name="ValidTo">Last day in force; null: open.</param>
/// <param name="Score">What the ranking is sorted by.</param>
/// <param name="Text">As shown, without the indexed prefix.</param>
internal sealed record PassageLine(
    int Rank, string Document, string Revision, ImmutableArray<int> Pages, ImmutableArray<string> Section, string? Article,
    DateOnly? ValidFrom, DateOnly? ValidTo, double Score, string Text);

/// <param name="Status"><c>grounded</c> or <c>abstention</c>.</param>
/// <param name="Reason">Why abstained, in kebab case; null when grounded.</param>
/// <param name="FirstLine">What can be read aloud first; empty when abstaining.</param>
/// <param name="Text">The claims, a line each, with the numbers of their citations; empty when abstaining.</param>
/// <param name="Citations">Empty when abstaining.</param>
internal sealed record AnswerLine(string Status, string? Reason, string FirstLine, string Text, ImmutableArray<CitationLine> Citations)
{
    public const string Grounded = "grounded";
    public const string Abstention = "abstention";
}

/// <param name="N">As shown: [1].</param>
/// <param name="Document">The PDF's file name as on disk.</param>
/// <param name="Pages">Physical pages, from 1.</param>
/// <param name="Quote">The words relied on.</param>
internal sealed record CitationLine(int N, string Document, ImmutableArray<int> Pages, string Quote);
