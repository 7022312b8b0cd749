using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>Decides, before anything is written, whether the passages support the question.</summary>
internal static class EvidenceJudge
{
    public static Evidence Judge(
        UnderstoodQuestion question, ImmutableArray<WeighedTerm> terms, ImmutableArray<Passage> passages, NamedArticles named, AnsweringOptions options)
    {
        var strength = StrengthOf(terms, passages);
        return new()
        {
            Strength = strength,
            Lack = LackOf(question, passages, named, strength, options),
            MissingReferences = [.. named.Missing.Select(article => article.AsTyped)],
        };
    }

    private static double StrengthOf(ImmutableArray<WeighedTerm> terms, ImmutableArray<Passage> passages)
    {
        var asked = terms.Where(term => !term.Term.IsExpansion).Sum(term => (double)term.Idf);
        return asked > 0 && !passages.IsEmpty ? passages.Max(passage => passage.SparseScore ?? 0) / asked : 0;
    }

    private static AbstentionReason? LackOf(
        UnderstoodQuestion question, ImmutableArray<Passage> passages, NamedArticles named, double strength, AnsweringOptions options)
    {
        if (question.IsOutOfScope)
            return AbstentionReason.OutOfScope;
        if (!named.Missing.IsEmpty && named.Found.IsEmpty)
            return named.OnOtherDays ? AbstentionReason.NothingInForce : AbstentionReason.ReferenceNotFound;
        if (passages.IsEmpty)
            return AbstentionReason.NothingFound;
        return strength < options.MinimumEvidence && named.Found.IsEmpty ? AbstentionReason.EvidenceTooWeak : null;
    }
}
